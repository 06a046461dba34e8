package dev.cacheward.cacheprofile.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.InitPhases;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreflightVerdictTest {
    private static final Pod POD =
            SampleProfiles.objects(SampleProfiles.minimal()).preflight();

    @ParameterizedTest(name = "{0}: refused {1}, passed {2}")
    @CsvSource({
        ", false, false",
        "Pending, false, false",
        "Running, false, false",
        "Unknown, false, false",
        "Failed, true, false",
        "Succeeded, false, true"
    })
    void thePhaseIsTheVerdict(String phase, boolean refused, boolean passed) {
        // Given
        Pod pod = phase == null ? POD : PodPhases.phase(POD, phase);

        // Then
        assertThat(blockingCause(pod).isPresent()).isEqualTo(refused);
        assertThat(PreflightVerdict.passed(pod)).isEqualTo(passed);
    }

    @Test
    void aNodeThatEndsThePodHasJudgedNothing() {
        // Given
        Pod evicted = new PodBuilder(PodPhases.phase(POD, "Failed"))
                .editStatus()
                .withReason("Evicted")
                .endStatus()
                .build();

        // Then
        assertThat(blockingCause(evicted)).isEmpty();
        assertThat(PreflightVerdict.interrupted(evicted)).isTrue();
        assertThat(PreflightVerdict.interrupted(PodPhases.phase(POD, "Failed"))).isFalse();
        assertThat(PreflightVerdict.interrupted(POD)).isFalse();
    }

    @Test
    void aRefusalQuotesTheServerAndSaysThatTheOldOneServes() {
        // Given
        Pod pod = PodPhases.phase(
                PodPhases.ended(POD, 1, "Error", "*** FATAL CONFIG FILE ERROR ***\n>>> 'timeout soon'\nnot a number\n"),
                "Failed");

        // Then
        assertThat(blockingCause(pod))
                .contains(new Cause(
                        Reason.CONFIG_REFUSED,
                        "The new configuration was tried out and refused: 'timeout soon': not a number. The running server"
                                + " serves on as before."));
    }

    @Test
    void aRefusalWithoutWordsIsARefusal() {
        assertThat(blockingCause(PodPhases.phase(POD, "Failed")).orElseThrow().message())
                .startsWith("The new configuration was tried out and refused: the server did not start.");
    }

    @Test
    void whatKeepsThePodFromStartingIsTrouble() {
        assertThat(blockingCause(PodPhases.waiting(POD, "ErrImagePull")))
                .hasValueSatisfying(cause -> assertThat(cause.reason()).isEqualTo(Reason.IMAGE_PULL_FAILED));
        assertThat(blockingCause(PodPhases.unschedulable(POD, Duration.ZERO)))
                .hasValueSatisfying(cause -> assertThat(cause.reason()).isEqualTo(Reason.UNSCHEDULABLE));
        assertThat(blockingCause(PodPhases.running(POD))).isEmpty();
        assertThat(blockingCause(POD)).isEmpty();
    }

    @Test
    void theEndOfTheServersContainerIsTheVerdictWhateverRunsOnBesideIt() {
        Pod passed = PodPhases.phase(PodPhases.ended(POD, 0, "Completed", ""), "Running");
        Pod refused = PodPhases.phase(PodPhases.ended(POD, 1, "Error", "not a number"), "Running");

        assertThat(PreflightVerdict.passed(passed)).isTrue();
        assertThat(blockingCause(passed)).isEmpty();
        assertThat(blockingCause(refused).orElseThrow().message()).contains("not a number");
    }

    @Test
    void aContainerThatFailsBesideTheServersChangesNoVerdict() {
        assertThat(PreflightVerdict.passed(PodPhases.phase(PodPhases.ended(POD, 0, "Completed", ""), "Failed")))
                .isTrue();
    }

    @Test
    void aVerdictOutlivesTheNodesOwnEndOfThePodButASignalIsNone() {
        Pod spoken = PodPhases.becauseOf(PodPhases.phase(PodPhases.ended(POD, 1, "Error", "no"), "Failed"), "Evicted");
        Pod killed = PodPhases.becauseOf(PodPhases.phase(PodPhases.ended(POD, 137, "Error", ""), "Failed"), "Evicted");

        assertThat(blockingCause(spoken)).isPresent();
        assertThat(blockingCause(killed)).isEmpty();
        assertThat(PreflightVerdict.interrupted(killed)).isTrue();
    }

    @Test
    void anInitContainerThatFailsIsNamedAndTheNextTryFollows() {
        Pod failed = PodPhases.phase(InitPhases.initEnded(POD, "agent", 3), "Failed");

        assertThat(blockingCause(failed)).isEmpty();
        assertThat(PreflightVerdict.underWay(Optional.of(failed), ObservedBuilder.NOW)
                        .message())
                .contains("init container \"agent\", which is not the operator's")
                .contains("exit code 3")
                .endsWith("; the next one follows.");
    }

    @Test
    void whatATrialWaitsForIsToldAfterAWhile() {
        Pod waits = PodPhases.created(InitPhases.initRunning(POD, "agent"), Duration.ofSeconds(31));
        Pod young = PodPhases.created(InitPhases.initRunning(POD, "agent"), Duration.ofSeconds(29));
        Pod mounts = PodPhases.created(PodPhases.waiting(POD, "ContainerCreating"), Duration.ofSeconds(31));

        assertThat(underWay(waits))
                .endsWith("It waits for init container \"agent\", which is not the operator's: an"
                        + " admission webhook added it.");
        assertThat(underWay(mounts)).endsWith("It waits for its container (ContainerCreating).");
        assertThat(underWay(young)).doesNotContain("waits");
    }

    private static String underWay(Pod trial) {
        return PreflightVerdict.underWay(Optional.of(trial), ObservedBuilder.NOW)
                .message();
    }

    private static Optional<Cause> blockingCause(Pod trial) {
        return PreflightVerdict.blockingCause(trial, "redis:8", true);
    }
}
