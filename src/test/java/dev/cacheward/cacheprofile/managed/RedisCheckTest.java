package dev.cacheward.cacheprofile.managed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.Availability;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.redis.ServerVersion;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RedisCheckTest {
    private static final Pod POD = CheckedServer.POD;
    private static final Pod OLD = PodPhases.podOf(
            SampleProfiles.objects(SampleProfiles.managed("maxMemory: 10%")).statefulSet());

    private final CheckedServer server = new CheckedServer();
    private final ScriptedRedis redis = server.redis;

    @Test
    void whereNoServerWasMadeNobodyIsAsked() {
        assertThat(new RedisCheck(redis.turns(), (profile, info) -> {}, new MissingPod(set -> Optional.empty()))
                        .check(CheckedServer.PROFILE, ObservedBuilder.nothing().observed(), Optional.empty()))
                .isEmpty();
        assertThat(redis.asked).isEmpty();
    }

    @Test
    void aReadyPodIsAskedAtItsOwnAddressAsTheApplication() {
        // When
        Availability found = server.check(Reason.PROVISIONING, PodPhases.ready(POD));

        // Then
        assertThat(found.blockingCause()).isEmpty();
        assertThat(found.version().map(ServerVersion::toString)).contains("Redis 8.0.6");
        assertThat(redis.asked).containsExactly("check 10.0.0.7 as default");
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {
                "TIMEOUT",
                "AUTH_FAILED",
                "NO_PERMISSION",
                "LOADING",
                "PERSISTENCE_FAILING",
                "OUT_OF_MEMORY",
                "MAX_CLIENTS",
                "READ_ONLY",
                "BUSY",
                "NOT_REDIS"
            })
    void whatFailsForTheApplicationIsToldAsItIs(Reason reason) {
        // Given
        redis.failsTheCheck(reason);

        // When
        Availability found = server.check(Reason.CHECK_PASSED, PodPhases.ready(POD));

        // Then
        assertThat(found.blockingCause()).contains(new Cause(reason, "told so"));
        assertThat(found.version()).isEmpty();
    }

    @Test
    void whileThereIsNoPodOneIsComing() {
        assertThat(reason(Reason.PROVISIONING)).contains(Reason.PROVISIONING);
        assertThat(reason(null)).contains(Reason.PROVISIONING);
    }

    @Test
    void aPodOfYesterdaysTemplateIsOnItsWayOut() {
        assertThat(reason(Reason.CHECK_PASSED, PodPhases.ready(OLD))).contains(Reason.RESTARTING);
        assertThat(reason(Reason.CHECK_PASSED, PodPhases.goingAway(PodPhases.ready(POD))))
                .contains(Reason.RESTARTING);
        assertThat(redis.asked).isEmpty();
    }

    @Test
    void aRestartStaysOneUntilItIsOverSoThatItIsToldOnce() {
        assertThat(reason(Reason.RESTARTING)).contains(Reason.RESTARTING);
        assertThat(reason(Reason.RESTARTING, POD)).contains(Reason.RESTARTING);
        assertThat(reason(Reason.RESTARTING, PodPhases.running(POD))).contains(Reason.RESTARTING);
        assertThat(reason(Reason.RESTARTING, PodPhases.ready(POD))).isEmpty();
    }

    @ParameterizedTest(name = "{0} after {1}: {2}")
    @CsvSource({
        "CONNECTION_REFUSED, PROVISIONING, PROVISIONING",
        "CONNECTION_CLOSED, PROVISIONING, PROVISIONING",
        "TIMEOUT, PROVISIONING, PROVISIONING",
        "CONNECTION_REFUSED, CHECK_PASSED, CONNECTION_REFUSED",
        "TIMEOUT, CHECK_PASSED, TIMEOUT",
        "CONNECTION_REFUSED, TIMEOUT, CONNECTION_REFUSED",
        "LOADING, PROVISIONING, LOADING",
        "AUTH_FAILED, PROVISIONING, AUTH_FAILED"
    })
    void silenceIsNoTroubleWhileAServerStarts(Reason answer, Reason before, Reason told) {
        // Given
        redis.failsTheCheck(answer);

        // Then
        assertThat(reason(before, PodPhases.running(POD))).contains(told);
    }

    @Test
    void aServerThatAnswersBeforeItsPodIsReadyIsStillComing() {
        assertThat(reason(Reason.CHECK_PASSED, PodPhases.running(POD))).contains(Reason.PROVISIONING);
    }

    @Test
    void aPodThatCannotStartSaysWhyWithoutBeingAsked() {
        assertThat(reason(Reason.PROVISIONING, PodPhases.waiting(POD, "ErrImagePull")))
                .contains(Reason.IMAGE_PULL_FAILED);
        assertThat(reason(Reason.PROVISIONING, PodPhases.crashed(POD, 1, "Error", "")))
                .contains(Reason.CRASH_LOOPING);
        assertThat(reason(Reason.PROVISIONING, PodPhases.unschedulable(POD, Duration.ofMinutes(1))))
                .contains(Reason.UNSCHEDULABLE);
        assertThat(redis.asked).isEmpty();
    }

    @Test
    void aReadyPodWithoutAnAddressIsStillComing() {
        // Given
        Pod pod = new PodBuilder(PodPhases.ready(POD))
                .editStatus()
                .withPodIP(null)
                .endStatus()
                .build();

        // Then
        assertThat(reason(Reason.PROVISIONING, pod)).contains(Reason.PROVISIONING);
    }

    private Optional<Reason> reason(Reason before, Pod... pods) {
        return server.check(before, pods).blockingCause().map(Cause::reason);
    }
}
