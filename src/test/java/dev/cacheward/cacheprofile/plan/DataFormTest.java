package dev.cacheward.cacheprofile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.cacheprofile.model.DataForm;
import dev.cacheward.cacheprofile.model.Phases;
import dev.cacheward.cacheprofile.model.Seen;
import dev.cacheward.cacheprofile.model.ServerStep;
import dev.cacheward.cacheprofile.render.ClaimRenderer;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done about the server where there is data, seen through the whole plan: none of it may be lost. */
class DataFormTest {
    private static final CacheProfile VOLATILE = Samples.minimal();
    private static final CacheProfile SNAPSHOT = Samples.managed("persistence: {mode: Snapshot}");
    private static final CacheProfile APPEND_ONLY = Samples.managed("persistence: {mode: AppendOnly}");

    @Test
    void betweenTwoModesTheDataIsBroughtIntoTheNewFormFirst() {
        // Given
        Seen seen = serving(SNAPSHOT).preflight(Phases.phase(trial(APPEND_ONLY), "Succeeded"));

        // Then
        assertThat(step(APPEND_ONLY, seen)).isInstanceOf(ServerStep.SwitchData.class);
    }

    @Test
    void whileTheServerIsDownTheModeWaits() {
        // Given
        Seen down = serving(SNAPSHOT).pods();

        // When
        ProfilePlan plan = Samples.plan(APPEND_ONLY, down.observed());

        // Then
        assertThat(mode(plan)).isEqualTo(PersistenceMode.SNAPSHOT);
        assertThat(plan.server().orElseThrow().step()).isInstanceOf(ServerStep.Apply.class);
    }

    @Test
    void aVolumeThatWasKeptIsReadInTheFormInWhichItWasWritten() {
        // Given
        Seen kept = Seen.nothing().claim(Samples.objects(APPEND_ONLY).claim().orElseThrow());

        // Then
        assertThat(mode(Samples.plan(SNAPSHOT, kept.observed()))).isEqualTo(PersistenceMode.APPEND_ONLY);
    }

    @ParameterizedTest
    @CsvSource({"SNAPSHOT, SNAPSHOT", "APPEND_ONLY, APPEND_ONLY", "Snapshot, SNAPSHOT", "AppendOnly, APPEND_ONLY"})
    void theWordsOfEarlierVersionsAreStillRead(String word, PersistenceMode form) {
        // Given
        Seen kept = Seen.nothing().claim(claimOf(word));

        // Then
        assertThat(mode(Samples.plan(SNAPSHOT, kept.observed()))).isEqualTo(form);
        assertThat(mode(Samples.plan(APPEND_ONLY, kept.observed()))).isEqualTo(form);
    }

    @Test
    void onDataInAFormThatNobodyKnowsNoServerIsStarted() {
        // Given
        Seen kept = Seen.nothing().claim(claimOf("Snapshot2"));

        // Then
        assertThat(step(SNAPSHOT, kept)).isInstanceOfSatisfying(ServerStep.Hold.class, hold -> {
            assertThat(hold.cause().reason()).isEqualTo(Reason.DATA_FORM_UNKNOWN);
            assertThat(hold.cause().message()).contains("shop-redis-data", "\"Snapshot2\"", "\"AppendOnly\"");
        });
    }

    @Test
    void aServerThatServesIsLeftAsItIsWhileNobodyKnowsTheFormOfItsData() {
        assertThat(step(SNAPSHOT, serving(SNAPSHOT).claim(claimOf("Snapshot2"))))
                .isInstanceOf(ServerStep.Hold.class);
    }

    @Test
    void withoutPersistenceAnUnknownFormIsKeptForWhoeverKnowsIt() {
        // When
        ProfilePlan plan = Samples.plan(
                VOLATILE, Seen.nothing().claim(claimOf("Snapshot2")).observed());

        // Then
        assertThat(plan.server().orElseThrow().step()).isInstanceOf(ServerStep.Apply.class);
        assertThat(plan.server().orElseThrow().objects().claim().flatMap(ClaimRenderer::form))
                .contains(new DataForm.Unknown("Snapshot2"));
    }

    @Test
    void aServerWithoutAVolumeHasNothingToBringIntoAForm() {
        // Given
        Seen seen = serving(VOLATILE).preflight(Phases.phase(trial(SNAPSHOT), "Succeeded"));

        // Then
        assertThat(step(SNAPSHOT, seen)).isInstanceOf(ServerStep.Apply.class);
    }

    @Test
    void withoutPersistenceTheVolumeStaysAsItIs() {
        // Given
        Seen seen = serving(Samples.managed("persistence: {mode: Snapshot, size: 5Gi}"));

        // When
        ServerObjects objects =
                Samples.plan(VOLATILE, seen.observed()).server().orElseThrow().objects();

        // Then
        assertThat(objects.claim()).hasValueSatisfying(claim -> {
            assertThat(VolumeRules.size(claim)).hasToString("5Gi");
            assertThat(ClaimRenderer.form(claim)).contains(new DataForm.Known(PersistenceMode.SNAPSHOT));
        });
        assertThat(objects.statefulSet().getSpec().getTemplate().getSpec().getVolumes())
                .noneMatch(volume -> volume.getPersistentVolumeClaim() != null);
    }

    private static PersistentVolumeClaim claimOf(String word) {
        return new PersistentVolumeClaimBuilder(
                        Samples.objects(SNAPSHOT).claim().orElseThrow())
                .editMetadata()
                .addToAnnotations(ClaimRenderer.DATA_FORM, word)
                .endMetadata()
                .build();
    }

    private static Seen serving(CacheProfile profile) {
        return Seen.serving(Samples.plan(profile, Seen.nothing().observed()));
    }

    private static Pod trial(CacheProfile profile) {
        return Samples.objects(profile).preflight();
    }

    private static ServerStep step(CacheProfile profile, Seen seen) {
        return Samples.plan(profile, seen.observed()).server().orElseThrow().step();
    }

    private static PersistenceMode mode(ProfilePlan plan) {
        return plan.server().orElseThrow().persistence();
    }
}
