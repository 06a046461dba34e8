package dev.cacheward.cacheprofile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.Phases;
import dev.cacheward.cacheprofile.model.Seen;
import dev.cacheward.cacheprofile.model.ServerStep;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done about the server, seen through the whole plan. */
class ServerPlannerTest {
    private static final CacheProfile BEFORE = Samples.minimal();
    private static final Pod POD = Phases.podOf(Samples.objects(BEFORE).statefulSet());
    private static final CacheProfile CHANGED = Samples.managed("config: {timeout: '300'}");

    @Test
    void whereNothingIsThereTheServerIsMade() {
        assertThat(step(BEFORE, Seen.nothing())).isInstanceOf(ServerStep.Apply.class);
    }

    @Test
    void whatIsAsItShouldBeIsAppliedWhichWritesNothing() {
        assertThat(step(BEFORE, serving(BEFORE))).isInstanceOf(ServerStep.Apply.class);
    }

    @Test
    void aChangeIsTriedOutBesideThePodThatServes() {
        assertThat(step(CHANGED, serving(BEFORE))).isInstanceOf(ServerStep.TryOut.class);
    }

    @Test
    void aServerThatCannotStartIsReplacedAtOnce() {
        assertThat(step(CHANGED, serving(BEFORE).pods(Phases.crashed(POD, 1, "Error", ""))))
                .isInstanceOf(ServerStep.Apply.class);
        assertThat(step(CHANGED, serving(BEFORE).pods(Phases.waiting(POD, "ErrImagePull"))))
                .isInstanceOf(ServerStep.Apply.class);
    }

    @Test
    void aServerThatIsAwayForAMomentIsSparedAChangeThatNobodyTriedOut() {
        assertThat(step(CHANGED, serving(BEFORE).pods())).isInstanceOf(ServerStep.TryOut.class);
        assertThat(step(CHANGED, serving(BEFORE).pods(Phases.running(POD)))).isInstanceOf(ServerStep.TryOut.class);
        assertThat(step(CHANGED, serving(BEFORE).pods(Phases.goingAway(Phases.crashed(POD, 137, "Error", "")))))
                .isInstanceOf(ServerStep.TryOut.class);
    }

    @Test
    void aRefusedChangeIsHeldBackWhateverBecomesOfTheServer() {
        // Given
        Pod refused = Phases.phase(trial(CHANGED), "Failed");

        // Then
        for (Pod pod : List.of(Phases.running(POD), Phases.crashed(POD, 137, "OOMKilled", ""))) {
            assertThat(step(CHANGED, serving(BEFORE).pods(pod).preflight(refused)))
                    .isInstanceOfSatisfying(
                            ServerStep.Hold.class,
                            hold -> assertThat(hold.cause().message()).endsWith("The server stays as it was before."));
        }
    }

    @Test
    void aTrialThatIsUnderWayIsWaitedFor() {
        assertThat(step(CHANGED, serving(BEFORE).preflight(Phases.running(trial(CHANGED)))))
                .isInstanceOf(ServerStep.TryOut.class);
    }

    @Test
    void aTrialOfAnotherChangeSaysNothing() {
        // Given
        Pod another = Phases.phase(trial(Samples.managed("config: {timeout: '9'}")), "Succeeded");

        // Then
        assertThat(step(CHANGED, serving(BEFORE).preflight(another))).isInstanceOf(ServerStep.TryOut.class);
    }

    @Test
    void aTrialThatPassedLetsTheChangeThrough() {
        assertThat(step(CHANGED, serving(BEFORE).preflight(Phases.phase(trial(CHANGED), "Succeeded"))))
                .isInstanceOf(ServerStep.Apply.class);
    }

    @Test
    void aTrialThatFailedHoldsTheChangeBack() {
        assertHeld(Phases.phase(trial(CHANGED), "Failed"), Reason.CONFIG_REFUSED);
    }

    @Test
    void aTrialThatCannotStartHoldsTheChangeBack() {
        assertHeld(Phases.waiting(trial(CHANGED), "ImagePullBackOff"), Reason.IMAGE_PULL_FAILED);
        assertHeld(Phases.unschedulable(trial(CHANGED), Duration.ZERO), Reason.UNSCHEDULABLE);
    }

    @ParameterizedTest(name = "made {0} s ago: {1}")
    @CsvSource({"29, false", "30, true"})
    void aTrialThatItsNodeEndedIsMadeAgainAfterAPause(int secondsAgo, boolean removed) {
        // Given
        Pod evicted = new PodBuilder(Phases.phase(trial(CHANGED), "Failed"))
                .editMetadata()
                .withCreationTimestamp(Seen.NOW.minusSeconds(secondsAgo).toString())
                .endMetadata()
                .editStatus()
                .withReason("Evicted")
                .endStatus()
                .build();

        // When
        ProfilePlan plan =
                Samples.plan(CHANGED, serving(BEFORE).preflight(evicted).observed());

        // Then
        assertThat(plan.server().orElseThrow().step())
                .isInstanceOfSatisfying(
                        ServerStep.TryOut.class,
                        step -> assertThat(step.cause().message())
                                .endsWith("The node ended the last try (Evicted); the next one follows."));
        assertThat(plan.leftovers().contains(evicted)).isEqualTo(removed);
    }

    private static void assertHeld(Pod trial, Reason reason) {
        assertThat(step(CHANGED, serving(BEFORE).preflight(trial)))
                .isInstanceOfSatisfying(ServerStep.Hold.class, hold -> {
                    assertThat(hold.cause().reason()).isEqualTo(reason);
                    assertThat(hold.cause().message()).endsWith("The running server serves on as before.");
                });
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
}
