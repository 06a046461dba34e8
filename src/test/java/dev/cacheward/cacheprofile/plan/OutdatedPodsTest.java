package dev.cacheward.cacheprofile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.ObservedServer;
import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which pods make room for one of the template of now. */
class OutdatedPodsTest {
    private static final ServerObjects MEMORY = SampleProfiles.objects(SampleProfiles.minimal());
    private static final RolloutStep HELD = new RolloutStep.Hold(new Cause(Reason.CONFIG_REFUSED, "It is held."));

    @Test
    void aPodThatIsNotReadyGoesWhateverThePlanIs() {
        assertThat(OutdatedPods.of(seen(MEMORY, PodPhases.running(earlier(""))), plan(MEMORY, HELD)))
                .hasSize(1);
    }

    @Test
    void aPodWithItsDataInMemoryGoesOnceItsStatefulSetIsAsPlanned() {
        // Given
        ObservedServer seen = seen(MEMORY, PodPhases.ready(earlier("")));

        // Then
        assertThat(OutdatedPods.of(seen, plan(MEMORY, HELD))).isEmpty();
        assertThat(OutdatedPods.of(seen, plan(MEMORY, new RolloutStep.Apply()))).hasSize(1);
    }

    @Test
    void aPodWithItsDataOnAVolumeGoesAtOnceSinceItMayNotKnowThePasswordsOfNow() {
        // Given
        String mode = "persistence: {mode: Snapshot}, ";
        ServerObjects volume = SampleProfiles.objects(SampleProfiles.managed(mode + "bind: [PodIP]"));

        // When
        ObservedServer seen = seen(volume, PodPhases.ready(earlier(mode)));

        // Then
        assertThat(OutdatedPods.of(seen, plan(volume, new RolloutStep.MigrateData())))
                .hasSize(1);
    }

    private static Pod earlier(String fields) {
        CacheProfile before = SampleProfiles.managed(fields + "bind: [All]");
        return PodPhases.podOf(SampleProfiles.objects(before).statefulSet());
    }

    private static ObservedServer seen(ServerObjects objects, Pod pod) {
        ObservedBuilder seen =
                ObservedBuilder.serving(objects, Optional.empty()).pods(pod);
        return seen.statefulSet(new StatefulSetBuilder(
                                seen.observed().server().statefulSet().orElseThrow())
                        .editMetadata()
                        .withGeneration(3L)
                        .endMetadata()
                        .withNewStatus()
                        .withObservedGeneration(3L)
                        .endStatus()
                        .build())
                .observed()
                .server();
    }

    private static Optional<ProfilePlan.ServerPlan> plan(ServerObjects objects, RolloutStep step) {
        var profile = SampleProfiles.valid(SampleProfiles.minimal());
        return Optional.of(new ProfilePlan.ServerPlan(
                "uid", profile.server(), SampleProfiles.credentials(), objects, step, "shop-redis-0"));
    }
}
