package dev.cacheward.ratelimitpolicy;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.api.v1alpha1.RateLimitPolicyStatus;
import dev.cacheward.configmap.DeliveryOutcome;
import dev.cacheward.configmap.PresetFinding;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.status.Cause;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Finding;
import dev.cacheward.status.PreviousStatus;
import dev.cacheward.status.Readiness;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Quote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes the status from an outcome. Equal outcomes give equal statuses. */
final class RateLimitPolicyStatusFactory {
    private static final String SECOND =
            " If that matters, name a second CacheProfile with evictionPolicy noeviction in spec.profileRef, and let the"
                    + " application take this Secret after that of its cache.";

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
        outcome.profile().map(profile -> eviction(policy, profile)).ifPresent(findings::add);
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

    /**
     * Eviction is only a warning: most limits may rather be exceeded than let the cache fail. The message names the Redis: an
     * application that takes its limiter's URL from elsewhere counts elsewhere.
     */
    private static Finding eviction(RateLimitPolicy policy, ProfileView profile) {
        String where = "Counters that go to RATE_LIMIT_STORAGE_URI of Secret "
                + Quote.whole(LimiterConnection.name(Owner.of(policy))) + " are in the Redis of CacheProfile "
                + Quote.whole(profile.name());
        return switch (profile.eviction()) {
            case NEVER ->
                Finding.holds(ConditionType.EVICTION_SAFE, Reason.NEVER_EVICTS, where + ", which never evicts them.");
            case POSSIBLE ->
                evicting(where + ", which may evict them under memory pressure. That lifts limits for a while."
                        + SECOND);
            case UNKNOWN ->
                evicting(where + ". What that does when its memory is full, neither the server nor its owner says: set"
                        + " evictionPolicy in the profile's redis.external if you know. Evicted counters lift limits for a while."
                        + SECOND);
        };
    }

    private static Finding evicting(String message) {
        return new Cause(Reason.COUNTERS_MAY_BE_EVICTED, message).finding(ConditionType.EVICTION_SAFE);
    }
}
