package dev.cacheward.operator;

import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;

/** A policy named limits and the ConfigMaps that it names; it has no profile, so that its keys alone matter. */
final class LimitsDelivery {
    private LimitsDelivery() {}

    static String map(String name, String data) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: %s}
                data: {%s}
                """.formatted(name, data);
    }

    static String policy(String limits, String map) {
        return """
                apiVersion: cacheward.dev/v1alpha1
                kind: RateLimitPolicy
                metadata: {name: limits}
                spec:
                  profileRef: {name: none}
                  limits: {%s}
                  delivery: [{configMap: %s}]
                """.formatted(limits, map);
    }

    /** @return what the policy says */
    static String awaitConflict(RunningOperator running) {
        return running.awaitPolicy("limits", ConditionType.CONFIG_DELIVERED, Reason.KEY_CONFLICT)
                .message();
    }
}
