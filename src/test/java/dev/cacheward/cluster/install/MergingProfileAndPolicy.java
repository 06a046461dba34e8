package dev.cacheward.cluster.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;

/** A profile and a policy, both "shop", that merge into somebody else's ConfigMap "app". */
final class MergingProfileAndPolicy {
    private static final String DELIVERY = "delivery: [{configMap: {name: app, mode: Merge}}]\n";

    private MergingProfileAndPolicy() {}

    /** Returns when the keys are delivered. */
    static void apply(TestNamespace namespace) {
        namespace.apply("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app}\ndata: {own: kept}\n");
        namespace.apply(ResourceManifests.profile("shop") + "  " + DELIVERY);
        namespace.apply(ResourceManifests.policy("shop", "shop", "query: 20/minute") + "  " + DELIVERY);
        namespace.awaitProfile("shop", ConditionType.CONFIG_DELIVERED, "True", Reason.DELIVERED);
        namespace.awaitPolicy("shop", ConditionType.CONFIG_DELIVERED, "True", Reason.DELIVERED);
        assertThat(namespace.configMap("app").getData()).containsKeys("own", "CACHE_TTL_USERS", "RATE_LIMIT_QUERY");
    }

    /** Returns when both are gone. */
    static void delete(TestNamespace namespace) {
        namespace.resource(RateLimitPolicy.class, "shop").delete();
        namespace.resource(CacheProfile.class, "shop").delete();
        TestNamespace.patiently().until(() -> namespace.policy("shop") == null && namespace.profile("shop") == null);
    }
}
