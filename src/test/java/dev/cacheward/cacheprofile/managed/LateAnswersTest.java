package dev.cacheward.cacheprofile.managed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.Availability;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operator that stood still for a moment takes no server for one that does not answer. */
class LateAnswersTest {
    private static final Pod POD = CheckedServer.POD;

    private final CheckedServer server = new CheckedServer();
    private final ScriptedRedis redis = server.redis;

    @Test
    void oneLateAnswerOfAServerThatIsWellIsForgiven() {
        // Given
        redis.failsTheCheckOnce(Reason.TIMEOUT);

        // When
        Optional<Reason> failure = failure(PodPhases.ready(POD));

        // Then
        assertThat(failure).isEmpty();
        assertThat(redis.asked).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"CONNECTION_REFUSED, 1", "LOADING, 1", "TIMEOUT, 2"})
    void nothingElseIsAskedTwice(Reason answer, int times) {
        // Given
        redis.failsTheCheck(answer);

        // When
        Optional<Reason> failure = failure(PodPhases.ready(POD));

        // Then
        assertThat(failure).contains(answer);
        assertThat(redis.asked).hasSize(times);
    }

    @Test
    void aServerThatIsNotReadyIsNotAskedTwice() {
        // Given
        redis.failsTheCheck(Reason.TIMEOUT);

        // When
        Optional<Reason> failure = failure(PodPhases.running(POD));

        // Then
        assertThat(failure).contains(Reason.TIMEOUT);
        assertThat(redis.asked).hasSize(1);
    }

    @Test
    void aServerThatWasSilentWhileObservedIsNotAskedAThirdTime() {
        // Given
        redis.answersNothing(Reason.TIMEOUT);

        // When
        Optional<Reason> cause = server.check(
                        Reason.CHECK_PASSED, redis.observed(CheckedServer.RUNNING), PodPhases.ready(POD))
                .blockingCause()
                .map(Cause::reason);

        // Then
        assertThat(cause).contains(Reason.TIMEOUT);
        assertThat(redis.asked).hasSize(1);
    }

    @Test
    void oneLateInfoOfAServerThatPassesTheCheckIsForgiven() {
        // Given
        ObservedRedis late = new ObservedRedis.Silent(CheckedServer.RUNNING, new Cause(Reason.TIMEOUT, "told so"));

        // When
        Availability found = server.check(Reason.CHECK_PASSED, late, PodPhases.ready(POD));

        // Then
        assertThat(found.blockingCause()).isEmpty();
        assertThat(found.version()).isPresent();
        assertThat(redis.askedForInfo).hasSize(1);
    }

    private Optional<Reason> failure(Pod pod) {
        return server.check(Reason.CHECK_PASSED, new ObservedRedis.NotAsked(), pod)
                .blockingCause()
                .map(Cause::reason);
    }
}
