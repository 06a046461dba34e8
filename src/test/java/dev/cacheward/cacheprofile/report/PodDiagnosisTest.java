package dev.cacheward.cacheprofile.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PodDiagnosisTest {
    private static final Pod POD =
            PodPhases.podOf(SampleProfiles.objects(SampleProfiles.minimal()).statefulSet());

    @Test
    void aPodWithoutAnyStatusIsInNoTrouble() {
        assertThat(trouble(POD)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ErrImagePull", "ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull", "ImageInspectError"
            })
    void anImageThatCannotBePulledIsNamed(String waiting) {
        assertThat(trouble(PodPhases.waiting(POD, waiting))).hasValueSatisfying(cause -> {
            assertThat(cause.reason()).isEqualTo(Reason.IMAGE_PULL_FAILED);
            assertThat(cause.message())
                    .startsWith("Image \"redis:nope\" cannot be pulled")
                    .contains("imagePullSecrets");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ContainerCreating", "PodInitializing"})
    void waitingForWhatComesByItselfIsNoTrouble(String waiting) {
        assertThat(trouble(PodPhases.waiting(POD, waiting))).isEmpty();
    }

    @ParameterizedTest(name = "after {0} s: trouble {1}")
    @CsvSource({"0, false", "15, false", "16, true", "3600, true"})
    void noNodeIsTroubleOnlyAfterAMoment(long seconds, boolean trouble) {
        // When
        Optional<Cause> cause = trouble(PodPhases.unschedulable(POD, Duration.ofSeconds(seconds)));

        // Then
        assertThat(cause.map(Cause::reason)).isEqualTo(trouble ? Optional.of(Reason.UNSCHEDULABLE) : Optional.empty());
    }

    @Test
    void whatTheSchedulerMissesIsQuoted() {
        assertThat(trouble(PodPhases.unschedulable(POD, "0/2 nodes are available: 2 Insufficient cpu.")))
                .map(Cause::message)
                .hasValueSatisfying(message -> assertThat(message)
                        .startsWith("No node takes the pod (Insufficient cpu): check resources, nodeSelector"));
    }

    @Test
    void aServerThatDiesOnItsConfigurationQuotesIt() {
        // Given
        String log = "*** FATAL CONFIG FILE ERROR (Redis 8.0.6) ***\n>>> 'timeout soon'\nargument couldn't be parsed\n";

        // When
        Optional<Cause> cause = trouble(PodPhases.crashed(POD, 1, "Error", log));

        // Then
        assertThat(cause)
                .contains(
                        new Cause(
                                Reason.CONFIG_REFUSED,
                                "The server does not start with this configuration: 'timeout soon': argument couldn't be parsed."));
    }

    @Test
    void aServerThatNeedsTooMuchMemoryIsToldWhatToChange() {
        assertThat(trouble(PodPhases.crashed(POD, 137, "OOMKilled", null))).hasValueSatisfying(cause -> {
            assertThat(cause.reason()).isEqualTo(Reason.CRASH_LOOPING);
            assertThat(cause.message()).contains("resources.limits.memory", "maxMemory");
        });
    }

    @ParameterizedTest(name = "last words \"{0}\"")
    @CsvSource(
            delimiter = '|',
            value = {
                "| The server ended with exit code 1 and is being started again.",
                "Bad file format | The server ended with exit code 1 and is being started again; its last words: Bad file format."
            })
    void anyOtherEndIsToldByItsCodeAndItsLastWords(String log, String message) {
        assertThat(trouble(PodPhases.ended(POD, 1, "Error", log))).contains(new Cause(Reason.CRASH_LOOPING, message));
    }

    /** The words around it hold numbers that differ at each try, and each difference would cost a write. */
    @Test
    void aServerThatMustWriteToAFullVolumeIsToldTheSameAtEachTry() {
        // Given
        String log =
                "1:M 01 Dec 2026 04:49:07.184 # Short write while writing to the AOF file: (nwritten=%s, expected=216)\n"
                        + "1:M 01 Dec 2026 04:49:07.185 # Can't recover from AOF write error when the AOF fsync policy is 'always'."
                        + " Exiting...\n";

        // When
        Optional<Cause> first = trouble(PodPhases.ended(POD, 1, "Error", log.formatted("110")));
        Optional<Cause> second = trouble(PodPhases.ended(POD, 1, "Error", log.formatted("13")));

        // Then
        assertThat(first)
                .isEqualTo(second)
                .hasValueSatisfying(cause ->
                        assertThat(cause.message()).contains("Can't recover from AOF write error", "persistence.size"));
    }

    @Test
    void anEndThatWasMeantIsNoTrouble() {
        assertThat(trouble(PodPhases.crashed(POD, 0, "Completed", null))).isEmpty();
    }

    @ParameterizedTest(name = "running for {0} s: trouble {1}")
    @CsvSource({"0, true", "59, true", "60, false", "86400, false"})
    void aCrashIsOverWhenTheServerHasRunForAMinute(long seconds, boolean trouble) {
        assertThat(trouble(PodPhases.runningAfterCrash(POD, 1, Duration.ofSeconds(seconds)))
                        .isPresent())
                .isEqualTo(trouble);
    }

    private static Optional<Cause> trouble(Pod pod) {
        return PodDiagnosis.of(pod, "redis:nope", ObservedBuilder.NOW);
    }
}
