package dev.cacheward.ratelimitpolicy;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.api.v1alpha1.RateLimitPolicyStatus;
import dev.cacheward.configmap.DeliveryOutcome;
import dev.cacheward.configmap.PresetFinding;
import dev.cacheward.status.Cause;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Finding;
import dev.cacheward.status.PreviousStatus;
import dev.cacheward.status.Readiness;
import dev.cacheward.status.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes the status from an outcome. Equal outcomes give equal statuses. */
final class RateLimitPolicyStatusFactory {
    private RateLimitPolicyStatusFactory() {}

    static RateLimitPolicyStatus status(
            RateLimitPolicy policy, PreviousStatus<RateLimitPolicyStatus> before, PolicyOutcome outcome, Instant now) {
        long generation = policy.getMetadata().getGeneration();
        List<Finding> findings = new ArrayList<>(Readiness.of(
                outcome.blockingCause(), "The profile is ready, and all keys are delivered.", outcome.warnings()));
        findings.add(outcome.profileCause()
                .map(cause -> cause.finding(ConditionType.PROFILE_RESOLVED))
                .orElseGet(() ->
                        Finding.holds(ConditionType.PROFILE_RESOLVED, Reason.PROFILE_READY, "The profile is Ready.")));
        findings.add(outcome.delivery().finding(outcome.invalid()));
        PresetFinding.of(outcome.presets()).ifPresent(findings::add);
        outcome.profile().map(profile -> EvictionFinding.of(policy, profile)).ifPresent(findings::add);
        List<Delivered> delivered = outcome.invalid().isPresent() ? before.delivered() : outcome.delivered();
        return new RateLimitPolicyStatus(
                generation,
                Conditions.merge(findings, before.conditions(), generation, now),
                DeliveryOutcome.keyCount(delivered),
                delivered);
    }

    /** Returns the previous status with an error of the operator: whether the policy is ready is unknown now. */
    static RateLimitPolicyStatus failed(
            RateLimitPolicy policy, PreviousStatus<RateLimitPolicyStatus> before, Cause cause, Instant now) {
        List<Condition> conditions = Readiness.unknown(
                cause, before.conditions(), policy.getMetadata().getGeneration(), now);
        return new RateLimitPolicyStatus(
                before.observedGeneration(),
                conditions,
                DeliveryOutcome.keyCount(before.delivered()),
                before.delivered());
    }

    /** Returns the previous status with the policy marked as paused. */
    static RateLimitPolicyStatus paused(
            RateLimitPolicy policy, PreviousStatus<RateLimitPolicyStatus> before, Instant now) {
        long generation = policy.getMetadata().getGeneration();
        List<Condition> conditions = Readiness.paused(before.conditions(), generation, now);
        return new RateLimitPolicyStatus(
                generation, conditions, DeliveryOutcome.keyCount(before.delivered()), before.delivered());
    }
}
