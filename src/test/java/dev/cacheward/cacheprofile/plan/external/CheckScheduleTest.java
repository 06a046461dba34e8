package dev.cacheward.cacheprofile.plan.external;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.external.CheckMemory;
import dev.cacheward.cacheprofile.model.external.CheckRule;
import dev.cacheward.cacheprofile.plan.external.CheckSchedule.Due;
import dev.cacheward.redis.client.external.ExternalAnswer;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckScheduleTest {
    private static final Instant START = Instant.parse("2026-12-01T08:00:00Z");
    private static final CheckRule RULE =
            new CheckRule("cacheward:check:", Duration.ofMinutes(5), Duration.ofHours(1), false);
    private static final ExternalAnswer ANSWER =
            new ExternalAnswer(Set.of(), false, Optional.empty(), Optional.empty());
    private static final CheckMemory PASSED = CheckMemory.checked(ANSWER, START);

    @Test
    void aServerThatWasNeverAskedIsAskedForEverything() {
        assertThat(CheckSchedule.due(Optional.empty(), RULE, false, START)).isEqualTo(Due.FULL);
    }

    @Test
    void aHealthyServerGetsAPingFiveMinutesLater() {
        assertThat(due(PASSED, false, Duration.ofSeconds(299))).isEqualTo(Due.NOTHING);
        assertThat(due(PASSED, false, Duration.ofSeconds(300))).isEqualTo(Due.PING);
    }

    @Test
    void aHealthyServerIsAskedForEverythingAnHourLater() {
        CheckMemory pinged = PASSED.pinged(START.plus(Duration.ofMinutes(58)));

        assertThat(due(pinged, false, Duration.ofMinutes(60))).isEqualTo(Due.FULL);
    }

    @Test
    void anEditAsksForEverythingAtOnce() {
        assertThat(due(PASSED, true, Duration.ofSeconds(1))).isEqualTo(Due.FULL);
    }

    @Test
    void aServerThatFailsIsAskedAgainAfterFiveSecondsThenLessAndLessOften() {
        CheckMemory once = failed(Optional.of(PASSED), Reason.CONNECTION_REFUSED, Duration.ZERO);
        CheckMemory twice = failed(Optional.of(once), Reason.CONNECTION_REFUSED, Duration.ofSeconds(5));

        assertThat(due(once, false, Duration.ofSeconds(4))).isEqualTo(Due.NOTHING);
        assertThat(due(once, false, Duration.ofSeconds(5))).isEqualTo(Due.FULL);
        assertThat(due(twice, false, Duration.ofSeconds(14))).isEqualTo(Due.NOTHING);
        assertThat(due(twice, false, Duration.ofSeconds(15))).isEqualTo(Due.FULL);
    }

    @ParameterizedTest
    @EnumSource(names = {"TIMEOUT", "CONNECTION_REFUSED", "TLS_FAILED", "AUTH_FAILED"})
    void aServerThatFailsBeforeAnyCommandIsLeftAloneForAMinuteAtMost(Reason free) {
        CheckMemory memory = rowOf(free, 40);

        assertThat(CheckSchedule.due(
                        Optional.of(memory), RULE, false, memory.askedAt().plusSeconds(60)))
                .isEqualTo(Due.FULL);
    }

    @Test
    void aServerWhoseQuotaIsUsedUpIsLeftAloneForFiveMinutesAtFirstAndAnHourInTheEnd() {
        CheckMemory once = failed(Optional.of(PASSED), Reason.QUOTA_EXCEEDED, Duration.ZERO);
        CheckMemory often = rowOf(Reason.QUOTA_EXCEEDED, 9);

        assertThat(due(once, false, Duration.ofSeconds(299))).isEqualTo(Due.NOTHING);
        assertThat(due(once, false, Duration.ofSeconds(300))).isEqualTo(Due.FULL);
        assertThat(CheckSchedule.state(often, RULE, often.askedAt()).again()).isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"TIMEOUT", "CONNECTION_REFUSED", "CONNECTION_CLOSED", "DNS_FAILURE", "READ_ONLY", "MAX_CLIENTS"})
    void whatAFailoverLooksLikeForAMomentIsToldOnlyOnceASecondLookConfirmsIt(Reason momentary) {
        CheckMemory once = failed(Optional.of(PASSED), momentary, Duration.ZERO);
        CheckMemory twice = failed(Optional.of(once), momentary, Duration.ofSeconds(5));

        assertThat(told(once)).isEmpty();
        assertThat(told(twice)).contains(momentary);
    }

    @Test
    void aRefusedLoginOfAServerThatWorkedIsToldAfterAMinuteSinceItsOwnerMayBeChangingThePassword() {
        CheckMemory once = failed(Optional.of(PASSED), Reason.AUTH_FAILED, Duration.ZERO);
        CheckMemory later = failed(Optional.of(once), Reason.AUTH_FAILED, Duration.ofSeconds(35));
        CheckMemory late = failed(Optional.of(later), Reason.AUTH_FAILED, Duration.ofSeconds(75));

        assertThat(told(later)).isEmpty();
        assertThat(told(late)).contains(Reason.AUTH_FAILED);
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTH_FAILED", "TIMEOUT", "TLS_FAILED", "OUT_OF_MEMORY"})
    void aServerThatNeverPassedIsToldAtOnce(Reason any) {
        assertThat(told(failed(Optional.empty(), any, Duration.ZERO))).contains(any);
    }

    @Test
    void aSuccessEndsTheRow() {
        CheckMemory failed = failed(Optional.of(PASSED), Reason.TIMEOUT, Duration.ZERO);

        assertThat(CheckSchedule.state(failed.pinged(START), RULE, START).failure())
                .isEmpty();
    }

    private static CheckMemory rowOf(Reason reason, int times) {
        Optional<CheckMemory> memory = Optional.of(PASSED);
        for (int i = 0; i < times; i++) {
            memory = Optional.of(failed(memory, reason, Duration.ofMinutes(i)));
        }
        return memory.orElseThrow();
    }

    private static CheckMemory failed(Optional<CheckMemory> before, Reason reason, Duration after) {
        return CheckMemory.failed(before, new Cause(reason, "It failed."), START.plus(after));
    }

    private static Due due(CheckMemory memory, boolean edited, Duration after) {
        return CheckSchedule.due(Optional.of(memory), RULE, edited, START.plus(after));
    }

    private static Optional<Reason> told(CheckMemory memory) {
        return CheckSchedule.state(memory, RULE, memory.askedAt()).failure().map(Cause::reason);
    }
}
