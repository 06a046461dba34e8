package dev.cacheward.cacheprofile;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.redis.RedisAddress;
import dev.cacheward.redis.RedisConf;
import dev.cacheward.redis.RedisFailure;
import dev.cacheward.redis.RedisGateway;
import dev.cacheward.redis.Reply;
import dev.cacheward.redis.ServerInfo;
import dev.cacheward.redis.ServerVersion;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.telemetry.ResourceKey;
import dev.cacheward.telemetry.Telemetry;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;

/**
 * Finds out whether an application could use the Redis: by the pod's status as far as that says it, then by doing what an
 * application does, at the pod's own address.
 */
final class ServerCheck {
    private static final Cause PROVISIONING =
            new Cause(Reason.PROVISIONING, "The Redis pod is being started; it is checked as soon as it is ready.");
    private static final Cause RESTARTING =
            new Cause(Reason.RESTARTING, "The Redis pod is being replaced by one with the new configuration.");

    private final RedisGateway gateway;
    private final Telemetry telemetry;

    /** @param telemetry is told what a server that passes says of itself */
    ServerCheck(RedisGateway gateway, Telemetry telemetry) {
        this.gateway = gateway;
        this.telemetry = telemetry;
    }

    /** @param expected empty when no server was made */
    Optional<Availability> look(Observed observed, Optional<Expectation> expected) {
        return expected.map(expectation -> look(observed, expectation));
    }

    private Availability look(Observed observed, Expectation expected) {
        Optional<Pod> current = observed.pods().stream()
                .filter(pod -> !pod.isMarkedForDeletion())
                .filter(pod ->
                        Pods.annotation(pod, StatefulSetRenderer.REVISION).equals(expected.revision()))
                .findFirst();
        if (current.isEmpty()) {
            return Availability.not(observed.pods().isEmpty() ? progress(expected) : RESTARTING);
        }
        Pod pod = current.get();
        if (Pods.ready(pod)) {
            return ask(pod, expected);
        }
        return PodTrouble.of(pod, expected.image(), observed.at())
                .map(Availability::not)
                .orElseGet(() -> notReady(pod, expected));
    }

    /** A server that starts refuses connections for a moment; that is no trouble yet, and would be a write. */
    private Availability notReady(Pod pod, Expectation expected) {
        if (!Pods.running(pod)) {
            return Availability.not(progress(expected));
        }
        Availability asked = ask(pod, expected);
        boolean silent = asked.against()
                .map(Cause::reason)
                .filter(reason ->
                        !List.of(Reason.CONNECTION_REFUSED, Reason.TIMEOUT).contains(reason))
                .isEmpty();
        return silent && (expected.starting() || asked.against().isEmpty())
                ? Availability.not(progress(expected))
                : asked;
    }

    private Availability ask(Pod pod, Expectation expected) {
        Credentials credentials = expected.credentials();
        Optional<RedisAddress> address = Pods.address(pod).map(ip -> new RedisAddress(ip, RedisConf.PORT));
        if (address.isEmpty()) {
            return Availability.not(progress(expected));
        }
        Optional<RedisFailure> failure = gateway.check(address.get(), credentials.applicationLogin());
        return failure.map(failed -> Availability.not(new Cause(failed.reason(), failed.message())))
                .orElseGet(() -> new Availability(Optional.empty(), version(pod, address.get(), credentials)));
    }

    /** A restart stays one until it is over, so that it is told once. */
    private static Cause progress(Expectation expected) {
        return expected.before().equals(Optional.of(Reason.RESTARTING)) ? RESTARTING : PROVISIONING;
    }

    private Optional<ServerVersion> version(Pod pod, RedisAddress address, Credentials credentials) {
        Reply<ServerInfo> reply = gateway.info(address, credentials.operatorLogin());
        if (reply instanceof Reply.Answered<ServerInfo> answered) {
            telemetry.answered(profile(pod), answered.value());
            return Optional.of(answered.value().version());
        }
        return Optional.empty();
    }

    private static ResourceKey profile(Pod pod) {
        return new ResourceKey(
                HasMetadata.getKind(CacheProfile.class),
                pod.getMetadata().getNamespace(),
                pod.getMetadata().getLabels().get(Labels.PROFILE));
    }
}
