package dev.cacheward.cacheprofile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is done about the server, seen through the whole plan. */
class ServerPlannerTest {
    private static final CacheProfile BEFORE = Samples.minimal();
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
    void aPodThatDoesNotServeIsReplacedAtOnce() {
        // Given
        Seen seen = serving(BEFORE);
        Pod broken = Phases.running(Phases.podOf(Samples.objects(BEFORE).statefulSet()));

        // Then
        assertThat(step(CHANGED, seen.pods(broken))).isInstanceOf(ServerStep.Apply.class);
        assertThat(step(CHANGED, seen.pods())).isInstanceOf(ServerStep.Apply.class);
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

    @Test
    void aTrialThatItsNodeEndedIsMadeAgain() {
        // Given
        Pod evicted = new PodBuilder(Phases.phase(trial(CHANGED), "Failed"))
                .editStatus()
                .withReason("Evicted")
                .endStatus()
                .build();
        Seen seen = serving(BEFORE).preflight(evicted);

        // When
        ProfilePlan plan = Samples.plan(CHANGED, seen.observed());

        // Then
        assertThat(plan.server().orElseThrow().step()).isInstanceOf(ServerStep.TryOut.class);
        assertThat(plan.leftovers()).contains(evicted);
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
