package dev.cacheward.cacheprofile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreflightTest {
    private static final Pod POD = Samples.objects(Samples.minimal()).preflight();

    @ParameterizedTest(name = "{0}: over {1}, passed {2}")
    @CsvSource({
        ", false, false",
        "Pending, false, false",
        "Running, false, false",
        "Unknown, false, false",
        "Failed, true, false",
        "Succeeded, true, true"
    })
    void thePhaseIsTheVerdict(String phase, boolean over, boolean passed) {
        // Given
        Pod pod = phase == null ? POD : Phases.phase(POD, phase);

        // Then
        assertThat(Preflight.over(pod)).isEqualTo(over);
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
        assertThat(Preflight.over(evicted)).isFalse();
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
        assertThat(Preflight.refusal(pod))
                .isEqualTo(new Cause(
                        Reason.CONFIG_REFUSED,
                        "The new configuration was tried out and refused: 'timeout soon': not a number. The running server"
                                + " serves on as before."));
    }

    @Test
    void aRefusalWithoutWordsIsARefusal() {
        assertThat(Preflight.refusal(Phases.phase(POD, "Failed")).message())
                .startsWith("The new configuration was tried out and refused: the server did not start.");
    }

    @Test
    void whatKeepsThePodFromStartingIsTrouble() {
        assertThat(Preflight.trouble(Phases.waiting(POD, "ErrImagePull"), "redis:nope"))
                .hasValueSatisfying(cause -> assertThat(cause.reason()).isEqualTo(Reason.IMAGE_PULL_FAILED));
        assertThat(Preflight.trouble(Phases.unschedulable(POD, Duration.ZERO), "redis:8"))
                .hasValueSatisfying(cause -> assertThat(cause.reason()).isEqualTo(Reason.UNSCHEDULABLE));
        assertThat(Preflight.trouble(Phases.running(POD), "redis:8")).isEmpty();
        assertThat(Preflight.trouble(POD, "redis:8")).isEmpty();
    }
}
