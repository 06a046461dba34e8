package dev.cacheward.cacheprofile.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.Phases;
import dev.cacheward.cacheprofile.plan.Samples;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreflightTest {
    private static final Pod POD = Samples.objects(Samples.minimal()).preflight();

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
        Pod pod = phase == null ? POD : Phases.phase(POD, phase);

        // Then
        assertThat(against(pod).isPresent()).isEqualTo(refused);
        assertThat(Preflight.passed(pod)).isEqualTo(passed);
    }

    @Test
    void aNodeThatEndsThePodHasJudgedNothing() {
        // Given
        Pod evicted = new PodBuilder(Phases.phase(POD, "Failed"))
                .editStatus()
                .withReason("Evicted")
                .endStatus()
                .build();

        // Then
        assertThat(against(evicted)).isEmpty();
        assertThat(Preflight.interrupted(evicted)).isTrue();
        assertThat(Preflight.interrupted(Phases.phase(POD, "Failed"))).isFalse();
        assertThat(Preflight.interrupted(POD)).isFalse();
    }

    @Test
    void aRefusalQuotesTheServerAndSaysThatTheOldOneServes() {
        // Given
        Pod pod = Phases.phase(
                Phases.ended(POD, 1, "Error", "*** FATAL CONFIG FILE ERROR ***\n>>> 'timeout soon'\nnot a number\n"),
                "Failed");

        // Then
        assertThat(against(pod))
                .contains(new Cause(
                        Reason.CONFIG_REFUSED,
                        "The new configuration was tried out and refused: 'timeout soon': not a number. The running server"
                                + " serves on as before."));
    }

    @Test
    void aRefusalWithoutWordsIsARefusal() {
        assertThat(against(Phases.phase(POD, "Failed")).orElseThrow().message())
                .startsWith("The new configuration was tried out and refused: the server did not start.");
    }

    @Test
    void whatKeepsThePodFromStartingIsTrouble() {
        assertThat(against(Phases.waiting(POD, "ErrImagePull")))
                .hasValueSatisfying(cause -> assertThat(cause.reason()).isEqualTo(Reason.IMAGE_PULL_FAILED));
        assertThat(against(Phases.unschedulable(POD, Duration.ZERO)))
                .hasValueSatisfying(cause -> assertThat(cause.reason()).isEqualTo(Reason.UNSCHEDULABLE));
        assertThat(against(Phases.running(POD))).isEmpty();
        assertThat(against(POD)).isEmpty();
    }

    private static Optional<Cause> against(Pod trial) {
        return Preflight.against(trial, "redis:8", true);
    }
}
