package dev.cacheward.cluster.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.kubernetes.ResourceAnnotations;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Policies that merge their limits into ConfigMaps; they need no Redis for that. */
final class MergingPolicies {
    /** What every policy delivers beside its limits. */
    static final Map<String, String> ALWAYS = Map.of("RATE_LIMIT_ENABLED", "true", "RATE_LIMIT_MODE", "Enforce");

    private final TestNamespace namespace;

    MergingPolicies(TestNamespace namespace) {
        this.namespace = namespace;
    }

    /**
     * Applies a policy.
     *
     * @param delivery items in flow style: {@code {configMap: {name: app, mode: Merge}}}
     */
    void deliver(String policy, String limits, String delivery) {
        namespace.apply(ResourceManifests.policy(policy, "none", limits) + "  delivery: [" + delivery + "]\n");
    }

    /** Applies a policy that merges into ConfigMap {@code app}. */
    void merge(String policy, String limits) {
        deliver(policy, limits, "{configMap: {name: app, mode: Merge}}");
    }

    void awaitDelivered(String policy) {
        namespace.awaitPolicy(policy, ConditionType.CONFIG_DELIVERED, "True", Reason.DELIVERED);
    }

    /** Waits for the reason, and returns the words. */
    String awaitNotDelivered(String policy, Reason reason) {
        namespace.awaitPolicy(policy, ConditionType.CONFIG_DELIVERED, "False", reason);
        return Conditions.find(namespace.policy(policy).getStatus().conditions(), ConditionType.CONFIG_DELIVERED)
                .orElseThrow()
                .message();
    }

    /** Asks for a reconciliation at once. */
    void call(String policy) {
        namespace
                .resource(RateLimitPolicy.class, policy)
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"metadata\": {\"annotations\": {\"" + ResourceAnnotations.RECONCILE + "\": \""
                                + UUID.randomUUID() + "\"}}}");
    }

    void delete(String policy) {
        namespace.resource(RateLimitPolicy.class, policy).delete();
        TestNamespace.patiently().until(() -> namespace.policy(policy) == null);
    }

    void awaitData(String map, Map<String, String> data) {
        TestNamespace.patiently().untilAsserted(() -> assertThat(data(map)).isEqualTo(data));
    }

    Map<String, String> data(String map) {
        ConfigMap found = namespace.configMap(map);
        return found.getData() == null ? Map.of() : found.getData();
    }

    /** Two maps in one, the first one's values first. */
    @SafeVarargs
    static Map<String, String> union(Map<String, String>... maps) {
        Map<String, String> all = new HashMap<>();
        for (Map<String, String> map : maps) {
            map.forEach(all::putIfAbsent);
        }
        return all;
    }
}
