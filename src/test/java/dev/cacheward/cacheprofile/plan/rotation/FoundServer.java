package dev.cacheward.cacheprofile.plan.rotation;

import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.cacheprofile.model.RunningServer;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.kubernetes.fields.SecretText;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.ServerInfo;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an operator finds: the objects, and a server that was told its users. */
final class FoundServer {
    ServerObjects written;
    /** The annotations of the pod. */
    Map<String, String> marks;
    /** What the server was told, as an ACL file. */
    String users;

    /** The parameters that the server was told since it was started. */
    final SortedMap<String, String> parameters = new TreeMap<>();

    Optional<Secret> binding = Optional.empty();
    Optional<Secret> environment = Optional.empty();

    FoundServer(ServerObjects written) {
        this.written = written;
        this.marks = written.marks();
        this.users = text(written.secret(), "users.acl");
    }

    Observed observed(Instant now) {
        ObservedBuilder seen = ObservedBuilder.serving(written, binding);
        environment.ifPresent(seen::environment);
        Observed plain = seen.observed();
        seen.pods(new PodBuilder(plain.server().pods().get(0))
                .editMetadata()
                .addToAnnotations(marks)
                .endMetadata()
                .build());
        Observed observed = seen.observed();
        return new Observed(
                new Observed.Look("team", "shop", "as it is", now),
                observed.server(),
                observed.credentials(),
                answer(observed),
                observed.volume(),
                observed.roll(),
                observed.optional(),
                observed.hidden());
    }

    private static ObservedRedis answer(Observed observed) {
        RunningServer server = new RunningServer(
                new RedisAddress(PodPhases.ADDRESS, 6379),
                observed.credentials().orElseGet(SampleProfiles::credentials),
                "ALIAS");
        return new ObservedRedis.Answered(server, ServerInfo.parse("redis_version:7.0.15\nrun_id:abc\n"));
    }

    /** Describes all of it, so that a change shows. */
    String state() {
        return users + marks + written.secret().getData() + written.statefulSet() + binding + environment;
    }

    static String text(Secret secret, String key) {
        return SecretText.decode(secret, key).orElseThrow();
    }
}
