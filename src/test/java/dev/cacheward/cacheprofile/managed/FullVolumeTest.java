package dev.cacheward.cacheprofile.managed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With fsync: always, Redis ends at a write to a full volume. The check writes, and must not be what ends it over and over. */
class FullVolumeTest {
    private static final String LAST_WORDS =
            "1:M 01 Dec 2026 04:49:07.185 # Can't recover from AOF write error when the AOF fsync policy is 'always'."
                    + " Exiting...\n";

    private final CheckedServer server = new CheckedServer();

    @ParameterizedTest
    @ValueSource(longs = {0, 59})
    void aServerThatWritingHasEndedIsNotCheckedForAMinute(long seconds) {
        // When
        Optional<Cause> told = told(endedAndReadyFor(seconds));

        // Then
        assertThat(told).hasValueSatisfying(cause -> assertThat(cause.message()).contains("persistence.size"));
    }

    @Test
    void thenItIsCheckedAgain() {
        assertThat(told(endedAndReadyFor(60))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECTION_CLOSED", "CONNECTION_REFUSED"})
    void aServerThatTheCheckEndsAgainIsToldAsBefore(Reason silence) {
        // Given
        Optional<Cause> before = told(endedAndReadyFor(0));
        server.redis.failsTheCheck(silence);

        // When
        Optional<Cause> after = told(endedAndReadyFor(60));

        // Then
        assertThat(after).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECTION_CLOSED", "CONNECTION_REFUSED"})
    void aServerThatHasRunLongSinceIsCutByWhatLiesBetween(Reason silence) {
        // Given
        server.redis.failsTheCheck(silence);

        // When
        Optional<Cause> told = told(endedAndReadyFor(600));

        // Then
        assertThat(told).hasValueSatisfying(cause -> assertThat(cause.message()).contains("look at what lies between"));
    }

    private Optional<Cause> told(Pod pod) {
        return server.check(Reason.CRASH_LOOPING, pod).blockingCause();
    }

    private static Pod endedAndReadyFor(long seconds) {
        Pod running = PodPhases.runningAfterCrash(CheckedServer.POD, 1, Duration.ofSeconds(seconds));
        return new PodBuilder(running)
                .editStatus()
                .addNewCondition()
                .withType("Ready")
                .withStatus("True")
                .endCondition()
                .editFirstContainerStatus()
                .editLastState()
                .editTerminated()
                .withMessage(LAST_WORDS)
                .endTerminated()
                .endLastState()
                .endContainerStatus()
                .endStatus()
                .build();
    }
}
