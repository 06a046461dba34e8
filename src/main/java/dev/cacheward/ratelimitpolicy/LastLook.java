package dev.cacheward.ratelimitpolicy;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.RateLimitPolicyStatus;
import dev.cacheward.reconcile.Contested;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import java.util.List;
import java.util.Optional;

/**
 * What the operator said at its last look.
 *
 * @param observedGeneration -1 before the first look
 */
record LastLook(long observedGeneration, List<Condition> conditions, List<Delivered> delivered) {
    static LastLook of(Optional<RateLimitPolicyStatus> status) {
        return new LastLook(
                status.map(RateLimitPolicyStatus::observedGeneration).orElse(-1L),
                status.map(RateLimitPolicyStatus::conditions).orElse(List.of()),
                status.map(RateLimitPolicyStatus::delivered).orElse(List.of()));
    }

    /** Whether a foreign object stood in the way. */
    boolean contested() {
        return Contested.before(conditions);
    }

    /** Whether the profile was ready. */
    boolean resolved() {
        return Conditions.find(conditions, ConditionType.PROFILE_RESOLVED)
                .filter(Conditions::isTrue)
                .isPresent();
    }
}
