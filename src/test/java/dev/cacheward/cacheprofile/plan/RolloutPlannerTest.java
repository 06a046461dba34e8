package dev.cacheward.cacheprofile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.model.roll.WarmStep;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done about the server, seen through the whole plan. */
class RolloutPlannerTest {
    private static final CacheProfile BEFORE = SampleProfiles.minimal();
    private static final Pod POD =
            PodPhases.podOf(SampleProfiles.objects(BEFORE).statefulSet());
    private static final CacheProfile CHANGED = SampleProfiles.managed("bind: [All]");

    @Test
    void whereNothingIsThereTheServerIsMade() {
        assertThat(step(BEFORE, ObservedBuilder.nothing())).isInstanceOf(RolloutStep.Apply.class);
    }

    @Test
    void whatIsAsItShouldBeIsAppliedWhichWritesNothing() {
        assertThat(step(BEFORE, serving(BEFORE))).isInstanceOf(RolloutStep.Apply.class);
    }

    @Test
    void aChangeIsTriedOutBesideThePodThatServes() {
        assertThat(step(CHANGED, serving(BEFORE))).isInstanceOf(RolloutStep.Preflight.class);
    }

    @Test
    void aServerThatCannotStartIsReplacedAtOnce() {
        assertThat(step(CHANGED, serving(BEFORE).pods(PodPhases.crashed(POD, 1, "Error", ""))))
                .isInstanceOf(RolloutStep.Apply.class);
        assertThat(step(CHANGED, serving(BEFORE).pods(PodPhases.waiting(POD, "ErrImagePull"))))
                .isInstanceOf(RolloutStep.Apply.class);
    }

    @Test
    void aServerThatIsAwayForAMomentIsSparedAChangeThatNobodyTriedOut() {
        assertThat(step(CHANGED, serving(BEFORE).pods())).isInstanceOf(RolloutStep.Preflight.class);
        assertThat(step(CHANGED, serving(BEFORE).pods(PodPhases.running(POD))))
                .isInstanceOf(RolloutStep.Preflight.class);
        assertThat(step(CHANGED, serving(BEFORE).pods(PodPhases.goingAway(PodPhases.crashed(POD, 137, "Error", "")))))
                .isInstanceOf(RolloutStep.Preflight.class);
    }

    @Test
    void aRefusedChangeIsHeldBackWhateverBecomesOfTheServer() {
        // Given
        Pod refused = PodPhases.phase(trial(CHANGED), "Failed");

        // Then
        for (Pod pod : List.of(PodPhases.running(POD), PodPhases.crashed(POD, 137, "OOMKilled", ""))) {
            assertThat(step(CHANGED, serving(BEFORE).pods(pod).preflight(refused)))
                    .isInstanceOfSatisfying(
                            RolloutStep.Hold.class,
                            hold -> assertThat(hold.cause().message()).endsWith("The server stays as it was before."));
        }
    }

    @Test
    void aTrialThatIsUnderWayIsWaitedFor() {
        assertThat(step(CHANGED, serving(BEFORE).preflight(PodPhases.running(trial(CHANGED)))))
                .isInstanceOf(RolloutStep.Preflight.class);
    }

    @Test
    void aTrialOfAnotherChangeSaysNothing() {
        // Given
        Pod another = PodPhases.phase(trial(SampleProfiles.managed("bind: [PodIP]")), "Succeeded");

        // Then
        assertThat(step(CHANGED, serving(BEFORE).preflight(another))).isInstanceOf(RolloutStep.Preflight.class);
    }

    @Test
    void aTrialThatPassedLetsTheChangeThrough() {
        assertThat(step(CHANGED, serving(BEFORE).preflight(PodPhases.phase(trial(CHANGED), "Succeeded"))))
                .isInstanceOfSatisfying(
                        RolloutStep.Roll.class, roll -> assertThat(roll.step()).isInstanceOf(WarmStep.Surge.class));
    }

    @Test
    void aTrialThatFailedHoldsTheChangeBack() {
        assertHeld(PodPhases.phase(trial(CHANGED), "Failed"), Reason.CONFIG_REFUSED);
    }

    @Test
    void aTrialThatCannotStartHoldsTheChangeBack() {
        assertHeld(PodPhases.waiting(trial(CHANGED), "ImagePullBackOff"), Reason.IMAGE_PULL_FAILED);
        assertHeld(PodPhases.unschedulable(trial(CHANGED), Duration.ZERO), Reason.UNSCHEDULABLE);
    }

    @ParameterizedTest(name = "made {0} s ago: {1}")
    @CsvSource({"29, false", "30, true"})
    void aTrialThatItsNodeEndedIsMadeAgainAfterAPause(int secondsAgo, boolean removed) {
        // Given
        Pod evicted = new PodBuilder(PodPhases.phase(trial(CHANGED), "Failed"))
                .editMetadata()
                .withCreationTimestamp(
                        ObservedBuilder.NOW.minusSeconds(secondsAgo).toString())
                .endMetadata()
                .editStatus()
                .withReason("Evicted")
                .endStatus()
                .build();

        // When
        ProfilePlan plan =
                SampleProfiles.plan(CHANGED, serving(BEFORE).preflight(evicted).observed());

        // Then
        assertThat(plan.server().orElseThrow().step())
                .isInstanceOfSatisfying(
                        RolloutStep.Preflight.class,
                        step -> assertThat(step.cause().message())
                                .endsWith("The node ended the last try (Evicted); the next one follows."));
        assertThat(plan.leftovers().contains(evicted)).isEqualTo(removed);
    }

    private static void assertHeld(Pod trial, Reason reason) {
        assertThat(step(CHANGED, serving(BEFORE).preflight(trial)))
                .isInstanceOfSatisfying(RolloutStep.Hold.class, hold -> {
                    assertThat(hold.cause().reason()).isEqualTo(reason);
                    assertThat(hold.cause().message()).endsWith("The running server serves on as before.");
                });
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
}
