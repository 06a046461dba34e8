package dev.cacheward.reconcile;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.api.v1alpha1.RateLimitPolicyStatus;
import dev.cacheward.status.ConditionStatus;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;

/** Policies and what their status says. */
final class SampleStatuses {
    private SampleStatuses() {}

    static RateLimitPolicyStatus ready(ConditionStatus truth, Reason reason) {
        return new RateLimitPolicyStatus(
                1L,
                List.of(new Condition(
                        ConditionType.READY.wire(), truth.wire(), reason.wire(), "why", "2026-03-01T10:00:00Z", 1L)),
                1,
                List.of());
    }

    static RateLimitPolicyStatus status(int keys) {
        return new RateLimitPolicyStatus(1L, List.of(), keys, List.of());
    }

    static RateLimitPolicy policy(String uid, RateLimitPolicyStatus status) {
        RateLimitPolicy policy = new RateLimitPolicy();
        policy.setMetadata(new ObjectMetaBuilder()
                .withName("shop")
                .withNamespace("team")
                .withUid(uid)
                .withResourceVersion("7")
                .addToLabels("team", "shop")
                .build());
        policy.setStatus(status);
        return policy;
    }
}
