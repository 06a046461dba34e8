package dev.cacheward.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.RateLimitPolicyStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PreviousStatusTest {
    @ParameterizedTest
    @EnumSource(Reason.class)
    void onlyForeignAndLeavingObjectsMakeTheNextWriteLookFirst(Reason reason) {
        // When
        PreviousStatus<RateLimitPolicyStatus> before = of(
                new Condition("RedisAvailable", "True", "CheckPassed", "", "", 1L),
                new Condition("Ready", "False", reason.wire(), "", "", 1L));

        // Then
        assertThat(before.hasNameConflict())
                .isEqualTo(reason == Reason.NAME_CONFLICT || reason == Reason.AWAITING_DELETION);
    }

    @ParameterizedTest
    @CsvSource({"True, true", "False, false", "Unknown, false", "yes, false"})
    void aConditionHeldIfItSaidTrue(String status, boolean held) {
        // When
        PreviousStatus<RateLimitPolicyStatus> before =
                of(new Condition("ProfileResolved", status, "ProfileReady", "", "", 1L));

        // Then
        assertThat(before.isTrue(ConditionType.PROFILE_RESOLVED)).isEqualTo(held);
        assertThat(before.isTrue(ConditionType.READY)).isFalse();
    }

    @Test
    void aReasonThatThisVersionDoesNotKnowIsNone() {
        // When
        PreviousStatus<RateLimitPolicyStatus> before =
                of(new Condition("Ready", "False", "OfANewerVersion", "", "", 1L));

        // Then
        assertThat(before.reason(ConditionType.READY)).isEmpty();
    }

    @Test
    void beforeTheFirstReconciliationNothingIsKnown() {
        // When
        PreviousStatus<RateLimitPolicyStatus> before = new PreviousStatus<>(Optional.empty());

        // Then
        assertThat(before.observedGeneration()).isEqualTo(-1);
        assertThat(before.conditions()).isEmpty();
        assertThat(before.delivered()).isEmpty();
        assertThat(before.hasNameConflict()).isFalse();
    }

    private static PreviousStatus<RateLimitPolicyStatus> of(Condition... conditions) {
        return new PreviousStatus<>(Optional.of(new RateLimitPolicyStatus(1L, List.of(conditions), 0, List.of())));
    }
}
