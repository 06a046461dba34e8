package dev.cacheward.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Condition;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final Condition READY =
            condition(ConditionType.READY, ConditionStatus.TRUE, Reason.READY, "all is well");
    private static final Condition TIMEOUT =
            condition(ConditionType.READY, ConditionStatus.FALSE, Reason.TIMEOUT, "no answer");
    private static final Condition REDIS_TIMEOUT =
            condition(ConditionType.REDIS_AVAILABLE, ConditionStatus.FALSE, Reason.TIMEOUT, "no answer");
    private static final Condition REFUSED =
            condition(ConditionType.CONFIG_DELIVERED, ConditionStatus.FALSE, Reason.WRITE_REFUSED, "quota");

    @Test
    void aCauseThatSeveralConditionsNameIsOneChange() {
        assertThat(Changes.between(List.of(READY), List.of(TIMEOUT, REDIS_TIMEOUT)))
                .containsExactly(TIMEOUT);
    }

    @Test
    void anotherCauseBesideItIsAnother() {
        assertThat(Changes.between(List.of(READY), List.of(TIMEOUT, REDIS_TIMEOUT, REFUSED)))
                .containsExactly(TIMEOUT, REFUSED);
    }

    @Test
    void theFirstReconciliationIsAChange() {
        assertThat(Changes.between(List.of(), List.of(READY))).containsExactly(READY);
    }

    @Test
    void whatWasSaidBeforeIsNone() {
        assertThat(Changes.between(List.of(TIMEOUT, REDIS_TIMEOUT), List.of(TIMEOUT, REDIS_TIMEOUT)))
                .isEmpty();
    }

    @Test
    void ofWhatHoldsOnlyReadyIsTold() {
        // Given
        Condition passed = condition(ConditionType.REDIS_AVAILABLE, ConditionStatus.TRUE, Reason.CHECK_PASSED, "works");

        // Then
        assertThat(Changes.between(List.of(TIMEOUT, REDIS_TIMEOUT), List.of(READY, passed)))
                .containsExactly(READY);
    }

    @Test
    void anotherMessageIsAnotherCauseOnlyWhileTheConditionDoesNotHold() {
        // Given
        Condition other = condition(ConditionType.READY, ConditionStatus.FALSE, Reason.TIMEOUT, "PING");
        Condition warned = condition(ConditionType.READY, ConditionStatus.TRUE, Reason.READY, "all is well, but");

        // Then
        assertThat(Changes.between(List.of(TIMEOUT), List.of(other))).containsExactly(other);
        assertThat(Changes.between(List.of(READY), List.of(warned))).isEmpty();
    }

    @Test
    void progressIsNoTrouble() {
        assertThat(Changes.isTrouble(TIMEOUT)).isTrue();
        assertThat(Changes.isTrouble(READY)).isFalse();
        assertThat(Changes.isTrouble(
                        condition(ConditionType.READY, ConditionStatus.FALSE, Reason.PROVISIONING, "wait")))
                .isFalse();
        assertThat(Changes.isTrouble(
                        condition(ConditionType.READY, ConditionStatus.UNKNOWN, Reason.INTERNAL_ERROR, "log")))
                .isTrue();
    }

    private static Condition condition(ConditionType type, ConditionStatus status, Reason reason, String message) {
        return new Condition(type.wire(), status.wire(), reason.wire(), message, "2026-03-01T10:00:00Z", 1L);
    }
}
