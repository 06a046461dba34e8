package dev.cacheward.cacheprofile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.Availability;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.cacheprofile.model.RunningServer;
import dev.cacheward.cacheprofile.plan.ExpectedServer;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.conf.RedisConf;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.telemetry.ResourceKey;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operator that stood still for a moment takes no server for one that does not answer. */
class LateAnswersTest {
    private static final ServerObjects OBJECTS = SampleProfiles.objects(SampleProfiles.minimal());
    private static final Pod POD = PodPhases.podOf(OBJECTS.statefulSet());

    private static final RunningServer SERVER = new RunningServer(
            new RedisAddress(PodPhases.ADDRESS, RedisConf.PORT), SampleProfiles.credentials(), "CONFIG");

    private final ScriptedRedis redis = new ScriptedRedis();

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
        Optional<Reason> cause = check(PodPhases.ready(POD), redis.observed(SERVER))
                .blockingCause()
                .map(Cause::reason);

        // Then
        assertThat(cause).contains(Reason.TIMEOUT);
        assertThat(redis.asked).hasSize(1);
    }

    @Test
    void oneLateInfoOfAServerThatPassesTheCheckIsForgiven() {
        // Given
        ObservedRedis late = new ObservedRedis.Silent(SERVER, new Cause(Reason.TIMEOUT, "told so"));

        // When
        Availability found = check(PodPhases.ready(POD), late);

        // Then
        assertThat(found.blockingCause()).isEmpty();
        assertThat(found.version()).isPresent();
        assertThat(redis.askedForInfo).hasSize(1);
    }

    private Optional<Reason> failure(Pod pod) {
        return check(pod, new ObservedRedis.NotAsked()).blockingCause().map(Cause::reason);
    }

    private Availability check(Pod pod, ObservedRedis observed) {
        ExpectedServer expected = new ExpectedServer(
                OBJECTS.revision(),
                SampleProfiles.IMAGE,
                SampleProfiles.credentials(),
                Optional.of(Reason.CHECK_PASSED));
        return new RedisCheck(redis, (profile, info) -> {})
                .check(
                        ResourceKey.of(SampleProfiles.minimal()),
                        ObservedBuilder.nothing().pods(pod).redis(observed).observed(),
                        Optional.of(expected))
                .orElseThrow();
    }
}
