package dev.cacheward.cli.diff;

import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.ObservedServer;
import dev.cacheward.cacheprofile.model.ValidatedProfile;
import dev.cacheward.cacheprofile.model.roll.RollFacts;
import dev.cacheward.cacheprofile.model.volume.VolumeFacts;
import dev.cacheward.cacheprofile.plan.CacheProfilePlanner;
import dev.cacheward.cacheprofile.plan.ProfilePlan;
import dev.cacheward.cacheprofile.plan.PublishedConnection;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.redis.Password;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.List;
import java.util.Optional;

/**
 * A server whose Secrets the caller may not read. It is taken to be as the spec of its profile says, with passwords that stand for
 * those that nobody sees here.
 */
final class AssumedServer {
    private static final Credentials STAND_INS = new Credentials(
            new Password("application"), new Password("operator"), new Password("probe"), "CONFIG-STAND-IN");

    private AssumedServer() {}

    /**
     * Returns the server with what its profile says in the place of what is hidden; the same server if there is none, or if the
     * profile as it is is invalid.
     *
     * @param observed with what the caller may see
     */
    static ObservedServer of(CacheProfilePlanner planner, ValidatedProfile live, Observed observed) {
        ObservedServer seen = observed.server();
        Observed before = unmade(observed);
        return seen.statefulSet()
                .flatMap(set -> planner.plan(live, before, Optional.of(STAND_INS))
                        .flatMap(plan -> plan.server().map(server -> with(seen, set, server.objects(), plan))))
                .orElse(seen);
    }

    /** Returns the same before anything of the server was made. */
    private static Observed unmade(Observed observed) {
        ObservedServer seen = observed.server();
        return new Observed(
                observed.look(),
                new ObservedServer(
                        Optional.empty(),
                        seen.service(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        seen.claim(),
                        List.of(),
                        Optional.empty(),
                        seen.tls()),
                Optional.empty(),
                new ObservedRedis.NotAsked(),
                VolumeFacts.none(),
                RollFacts.none(),
                List.of(),
                Optional.empty());
    }

    private static ObservedServer with(ObservedServer seen, StatefulSet set, ServerObjects objects, ProfilePlan plan) {
        return new ObservedServer(
                Optional.of(new StatefulSetBuilder(set)
                        .editMetadata()
                        .addToAnnotations(objects.marks())
                        .endMetadata()
                        .editSpec()
                        .editTemplate()
                        .editMetadata()
                        .addToAnnotations(objects.marks())
                        .endMetadata()
                        .endTemplate()
                        .endSpec()
                        .build()),
                seen.service(),
                Optional.of(objects.conf()),
                Optional.of(objects.secret()),
                plan.connection().map(PublishedConnection::binding),
                plan.connection().map(PublishedConnection::environment),
                seen.claim(),
                seen.pods().stream().map(pod -> marked(pod, objects)).toList(),
                seen.preflight(),
                seen.tls());
    }

    private static Pod marked(Pod pod, ServerObjects objects) {
        return new PodBuilder(pod)
                .editMetadata()
                .addToAnnotations(objects.marks())
                .endMetadata()
                .build();
    }
}
