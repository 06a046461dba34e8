package dev.cacheward.cacheprofile.report;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static Optional<Cause> blockingCause(Pod trial) {
        return PreflightVerdict.blockingCause(trial, "redis:8", true);
    }
}
