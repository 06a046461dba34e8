package dev.cacheward.cacheprofile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.PodPhases;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplacementTest {
    private static final ProfilePlan BEFORE = plan(SampleProfiles.minimal());
    private static final ProfilePlan LARGER = plan(SampleProfiles.managed("resources: {limits: {memory: 512Mi}}"));
    private static final Pod TRIAL = LARGER.server().orElseThrow().objects().preflight();

    @Test
    void theNextPodOfAServerThatServesIsAskedFor() {
        assertThat(Replacement.of(
                        Optional.of(LARGER), ObservedBuilder.serving(BEFORE).observed()))
                .hasValueSatisfying(replacement -> assertThat(replacement.pod().getSpec())
                        .isEqualTo(LARGER.server()
                                .orElseThrow()
                                .objects()
                                .statefulSet()
                                .getSpec()
                                .getTemplate()
                                .getSpec()));
    }

    @Test
    void nothingIsAskedWhereNoPodThatServesIsReplaced() {
        assertThat(Replacement.of(
                        Optional.of(BEFORE), ObservedBuilder.serving(BEFORE).observed()))
                .isEmpty();
        assertThat(Replacement.of(Optional.of(BEFORE), ObservedBuilder.nothing().observed()))
                .isEmpty();
        assertThat(Replacement.of(
                        Optional.empty(), ObservedBuilder.serving(BEFORE).observed()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aPodThatIsMissingHasTheNameThatTheControllerWouldGiveIt(int start) {
        // Given
        StatefulSet live = BEFORE.server().orElseThrow().objects().statefulSet();
        live = new StatefulSetBuilder(live)
                .editSpec()
                .withNewOrdinals(start)
                .endSpec()
                .build();
        // Then
        assertThat(Replacement.podOf(live).getMetadata().getName()).isEqualTo("shop-redis-" + start);
    }

    /** Otherwise its share would be taken off what others use. */
    @Test
    void aTrialCountsOnlyUntilItHasEnded() {
        assertThat(going("Running")).isEqualTo(2);
        assertThat(going("Succeeded")).isEqualTo(1);
        assertThat(going("Failed")).isEqualTo(1);
    }

    /** The quota may count it no more, while the phase that is known here still says that it runs. */
    @Test
    void aTrialWhoseContainersHaveAllEndedCountsNoMoreWhateverItsPhase() {
        // Given
        Pod ended = PodPhases.phase(PodPhases.ended(TRIAL, 0, "Completed", ""), "Running");

        // Then
        assertThat(going(ended)).isEqualTo(1);
        assertThat(going(new PodBuilder(ended)
                        .editSpec()
                        .addNewContainer()
                        .withName("proxy")
                        .endContainer()
                        .endSpec()
                        .build()))
                .isEqualTo(2);
    }

    /** As a LimitRange does: the kernel would end the server before it evicts anything. */
    @Test
    void aPodThatGetsALimitBelowItsMaxMemoryMustNotBeMade() {
        // Given
        ProfilePlan unlimited =
                plan(SampleProfiles.managed("maxMemory: 150Mi, resources: {requests: {cpu: 10m, memory: 64Mi}}"));
        Replacement replacement = Replacement.of(
                        Optional.of(unlimited),
                        ObservedBuilder.serving(BEFORE)
                                .preflight(PodPhases.phase(
                                        unlimited
                                                .server()
                                                .orElseThrow()
                                                .objects()
                                                .preflight(),
                                        "Succeeded"))
                                .observed())
                .orElseThrow();

        // When
        Pod admitted = new PodBuilder(replacement.pod())
                .editSpec()
                .editFirstContainer()
                .editResources()
                .addToLimits("memory", new Quantity("100Mi"))
                .endResources()
                .endContainer()
                .endSpec()
                .build();

        // Then
        assertThat(replacement.unfit(admitted))
                .hasValueSatisfying(cause -> assertThat(cause.message()).contains("limit of \"100Mi\""));
        assertThat(replacement.unfit(replacement.pod())).isEmpty();
    }

    private static ProfilePlan plan(CacheProfile profile) {
        return SampleProfiles.plan(profile, ObservedBuilder.nothing().observed());
    }

    private static int going(String phase) {
        return going(PodPhases.phase(TRIAL, phase));
    }

    private static int going(Pod trial) {
        return Replacement.of(
                        Optional.of(LARGER),
                        ObservedBuilder.serving(BEFORE).preflight(trial).observed())
                .orElseThrow()
                .going()
                .size();
    }
}
