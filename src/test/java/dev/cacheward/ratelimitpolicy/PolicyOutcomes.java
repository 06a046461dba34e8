package dev.cacheward.ratelimitpolicy;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.api.v1alpha1.RateLimitPolicyStatus;
import dev.cacheward.configmap.DeliveryOutcome;
import dev.cacheward.delivery.TargetKeys;
import dev.cacheward.status.Cause;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.PreviousStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Outcomes of reconciliations of a policy and their statuses. A reconciliation delivers unless it is given a cause. */
final class PolicyOutcomes {
    static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");
    static final PreviousStatus<RateLimitPolicyStatus> FIRST = new PreviousStatus<>(Optional.empty());
    static final Optional<Cause> DELIVERED = Optional.empty();

    private PolicyOutcomes() {}

    static RateLimitPolicyStatus look(
            RateLimitPolicy policy,
            Optional<Cause> delivery,
            Optional<ProfileView> profile,
            PreviousStatus<RateLimitPolicyStatus> before) {
        return RateLimitPolicyStatusFactory.status(policy, before, outcome(policy, delivery, profile, before), NOW);
    }

    static PolicyOutcome outcome(
            RateLimitPolicy policy,
            Optional<Cause> delivery,
            Optional<ProfileView> profile,
            PreviousStatus<RateLimitPolicyStatus> before) {
        ValidatedPolicy validated = SamplePolicies.VALIDATOR.validate(policy);
        List<Delivered> delivered = validated instanceof ValidatedPolicy.Valid valid && delivery.isEmpty()
                ? valid.policy().deliveries().stream()
                        .map(TargetKeys::delivered)
                        .toList()
                : List.of();
        return PolicyOutcome.of(
                policy,
                validated,
                new DeliveryOutcome(
                        delivery.stream().toList(), delivery.isEmpty(), Set.of(), false, delivered, List.of()),
                profile,
                before.isTrue(ConditionType.PROFILE_RESOLVED));
    }

    static Optional<ProfileView> profile(boolean ready, boolean neverEvicts) {
        return Optional.of(new ProfileView(
                "shop",
                Optional.of(ready),
                neverEvicts ? ProfileView.Eviction.NEVER : ProfileView.Eviction.POSSIBLE,
                false));
    }

    static List<String> summary(RateLimitPolicyStatus status) {
        return status.conditions().stream()
                .map(condition -> condition.type() + "=" + condition.status() + " " + condition.reason())
                .toList();
    }

    static List<String> reasons(RateLimitPolicyStatus status) {
        return status.conditions().stream().map(Condition::reason).toList();
    }
}
