package dev.cacheward.cacheprofile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.model.volume.ClaimState;
import dev.cacheward.cacheprofile.model.volume.DataFormat;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done about the server where there is data, seen through the whole plan: none of it may be lost. */
class DataFormatTest {
    private static final CacheProfile VOLATILE = SampleProfiles.minimal();
    private static final CacheProfile SNAPSHOT = SampleProfiles.managed("persistence: {mode: Snapshot}");
    private static final CacheProfile APPEND_ONLY = SampleProfiles.managed("persistence: {mode: AppendOnly}");

    @Test
    void betweenTwoModesTheDataIsBroughtIntoTheNewFormFirst() {
        // Given
        ObservedBuilder seen = serving(SNAPSHOT).preflight(PodPhases.phase(trial(APPEND_ONLY), "Succeeded"));

        // Then
        assertThat(step(APPEND_ONLY, seen)).isInstanceOf(RolloutStep.MigrateData.class);
    }

    @Test
    void whileTheServerIsDownTheModeWaits() {
        // Given
        ObservedBuilder down = serving(SNAPSHOT).pods();

        // When
        ProfilePlan plan = SampleProfiles.plan(APPEND_ONLY, down.observed());

        // Then
        assertThat(mode(plan)).isEqualTo(PersistenceMode.SNAPSHOT);
        assertThat(plan.server().orElseThrow().step()).isInstanceOf(RolloutStep.Apply.class);
    }

    @Test
    void aVolumeThatWasKeptIsReadInTheFormInWhichItWasWritten() {
        // Given
        ObservedBuilder kept = ObservedBuilder.nothing().claim(claimOf("AppendOnly"));

        // Then
        assertThat(mode(SampleProfiles.plan(SNAPSHOT, kept.observed()))).isEqualTo(PersistenceMode.APPEND_ONLY);
    }

    @ParameterizedTest
    @CsvSource({"SNAPSHOT, SNAPSHOT", "APPEND_ONLY, APPEND_ONLY", "Snapshot, SNAPSHOT", "AppendOnly, APPEND_ONLY"})
    void theWordsOfEarlierVersionsAreStillRead(String word, PersistenceMode form) {
        // Given
        ObservedBuilder kept = ObservedBuilder.nothing().claim(claimOf(word));

        // Then
        assertThat(mode(SampleProfiles.plan(SNAPSHOT, kept.observed()))).isEqualTo(form);
        assertThat(mode(SampleProfiles.plan(APPEND_ONLY, kept.observed()))).isEqualTo(form);
    }

    @Test
    void onDataInAFormThatNobodyKnowsNoServerIsStarted() {
        // Given
        ObservedBuilder kept = ObservedBuilder.nothing().claim(claimOf("Snapshot2"));

        // Then
        assertThat(step(SNAPSHOT, kept)).isInstanceOfSatisfying(RolloutStep.Hold.class, hold -> {
            assertThat(hold.cause().reason()).isEqualTo(Reason.DATA_FORM_UNKNOWN);
            assertThat(hold.cause().message()).contains("shop-redis-data", "\"Snapshot2\"", "\"AppendOnly\"");
        });
    }

    @Test
    void aServerThatServesIsLeftAsItIsWhileNobodyKnowsTheFormOfItsData() {
        assertThat(step(SNAPSHOT, serving(SNAPSHOT).claim(claimOf("Snapshot2"))))
                .isInstanceOf(RolloutStep.Hold.class);
    }

    /** What the spec asks for is no knowledge: the volume may hold data in the other form. */
    @Test
    void theFormIsRecordedOnlyWhenAServerServesOnTheVolume() {
        // Given
        PersistentVolumeClaim unrecorded =
                SampleProfiles.objects(SNAPSHOT).claim().orElseThrow();

        // Then
        assertThat(recorded(ObservedBuilder.nothing())).isEmpty();
        assertThat(recorded(ObservedBuilder.nothing().claim(unrecorded))).isEmpty();
        assertThat(recorded(serving(SNAPSHOT).claim(unrecorded)))
                .contains(new DataFormat.Known(PersistenceMode.SNAPSHOT));
    }

    private static Optional<DataFormat> recorded(ObservedBuilder seen) {
        return SampleProfiles.plan(SNAPSHOT, seen.observed())
                .server()
                .orElseThrow()
                .objects()
                .claim()
                .flatMap(ClaimState::form);
    }

    @Test
    void withoutPersistenceAnUnknownFormIsKeptForWhoeverKnowsIt() {
        // When
        ProfilePlan plan = SampleProfiles.plan(
                VOLATILE, ObservedBuilder.nothing().claim(claimOf("Snapshot2")).observed());

        // Then
        assertThat(plan.server().orElseThrow().step()).isInstanceOf(RolloutStep.Apply.class);
        assertThat(plan.server().orElseThrow().objects().claim().flatMap(ClaimState::form))
                .contains(new DataFormat.Unknown("Snapshot2"));
    }

    @Test
    void aServerWithoutAVolumeHasNothingToBringIntoAForm() {
        // Given
        ObservedBuilder seen = serving(VOLATILE).preflight(PodPhases.phase(trial(SNAPSHOT), "Succeeded"));

        // Then
        assertThat(step(SNAPSHOT, seen)).isInstanceOf(RolloutStep.Roll.class);
    }

    @Test
    void withoutPersistenceTheVolumeStaysAsItIs() {
        // Given
        ObservedBuilder seen = serving(SampleProfiles.managed("persistence: {mode: Snapshot, size: 5Gi}"));

        // When
        ServerObjects objects = SampleProfiles.plan(VOLATILE, seen.observed())
                .server()
                .orElseThrow()
                .objects();

        // Then
        assertThat(objects.claim()).hasValueSatisfying(claim -> {
            assertThat(ClaimState.requested(claim)).hasToString("5Gi");
            assertThat(ClaimState.form(claim)).contains(new DataFormat.Known(PersistenceMode.SNAPSHOT));
        });
        assertThat(objects.statefulSet().getSpec().getTemplate().getSpec().getVolumes())
                .noneMatch(volume -> volume.getPersistentVolumeClaim() != null);
    }

    private static PersistentVolumeClaim claimOf(String word) {
        return new PersistentVolumeClaimBuilder(
                        SampleProfiles.objects(SNAPSHOT).claim().orElseThrow())
                .editMetadata()
                .addToAnnotations(ClaimState.DATA_FORM, word)
                .endMetadata()
                .build();
    }

    private static ObservedBuilder serving(CacheProfile profile) {
        return ObservedBuilder.serving(
                SampleProfiles.plan(profile, ObservedBuilder.nothing().observed()));
    }

    private static Pod trial(CacheProfile profile) {
        return SampleProfiles.objects(profile).preflight();
    }

    private static RolloutStep step(CacheProfile profile, ObservedBuilder seen) {
        return SampleProfiles.plan(profile, seen.observed())
                .server()
                .orElseThrow()
                .step();
    }

    private static PersistenceMode mode(ProfilePlan plan) {
        return plan.server().orElseThrow().persistence();
    }
}
