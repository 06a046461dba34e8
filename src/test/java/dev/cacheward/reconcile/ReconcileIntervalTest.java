package dev.cacheward.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReconcileIntervalTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ReconcileInterval interval = new ReconcileInterval(MINUTE);

    @Test
    void whatIsWellIsReconciledWithinTheSetTimeAndNotAllAtOnce() {
        // When
        Stream<Duration> next = IntStream.range(0, 200).mapToObj(i -> interval.next(resource("uid-" + i), List.of()));

        // Then
        assertThat(next.collect(Collectors.toSet()))
                .hasSizeGreaterThan(10)
                .allSatisfy(time -> assertThat(time).isBetween(Duration.ofSeconds(48), MINUTE));
    }

    @Test
    void anInvalidSpecIsNotWorthMoreReconciliationsSinceOnlyAnEditHelps() {
        assertThat(next(Reason.INVALID_SPEC)).isGreaterThanOrEqualTo(Duration.ofSeconds(48));
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"SWITCHING_PERSISTENCE", "AWAITING_DELETION"})
    void whatGoesStepByStepIsReconciledEachSecond(Reason reason) {
        assertThat(next(reason)).isEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {
                "CONNECTION_REFUSED",
                "TIMEOUT",
                "SECRET_NOT_FOUND",
                "NAME_CONFLICT",
                "PROFILE_NOT_FOUND",
                "PROVISIONING"
            })
    void whatIsNotWellIsReconciledOftenWithoutAnEnd(Reason reason) {
        assertThat(next(reason)).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"WRITE_REFUSED", "KEY_CONFLICT", "TARGET_IMMUTABLE", "TARGET_TOO_LARGE"})
    void whatOnlyAPersonCanPutRightIsNotTriedAtEveryTurnAndYetWithinAMinute(Reason reason) {
        assertThat(next(reason)).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"UNSCHEDULABLE", "IMAGE_PULL_FAILED"})
    void whatAnEventOfThePodEndsIsNotAskedForAllTheTime(Reason reason) {
        assertThat(next(reason)).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @CsvSource({
        "KEY_CONFLICT, SWITCHING_PERSISTENCE, 1",
        "TARGET_IMMUTABLE, OUT_OF_MEMORY, 5",
        "AUTH_FAILED, WRITE_REFUSED, 5",
        "INVALID_SPEC, TIMEOUT, 5"
    })
    void whatStandsSlowsNothingElseDown(Reason one, Reason other, int seconds) {
        assertThat(next(List.of(one, other))).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void whatWasAnnouncedIsDoneAtOnce() {
        assertThat(next(Reason.DELIVERING)).isLessThan(Duration.ofSeconds(1));
    }

    private Duration next(Reason reason) {
        return next(List.of(reason));
    }

    private Duration next(List<Reason> reasons) {
        return interval.next(
                resource("uid-1"),
                reasons.stream().map(reason -> new Cause(reason, "")).toList());
    }

    private static ConfigMap resource(String uid) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withUid(uid)
                .endMetadata()
                .build();
    }
}
