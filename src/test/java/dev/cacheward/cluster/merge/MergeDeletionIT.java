package dev.cacheward.cluster.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.cluster.rig.TestNamespace;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A resource that merged goes with its keys and nothing else, and nothing keeps it from going. */
class MergeDeletionIT extends MergeScenario {
    MergeDeletionIT() {
        super("leave");
    }

    @Test
    void theFinalizerIsThereWhileAMergeTargetIs() {
        // Given
        tools.kubectl("create", "configmap", "app");
        merged.deliver("shop", "query: 20/minute", "{configMap: {name: own}}");
        merged.awaitDelivered("shop");
        assertThat(policy().getFinalizers()).isEmpty();

        // When
        merged.merge("shop", "query: 20/minute");

        // Then
        merged.awaitDelivered("shop");
        assertThat(policy().getFinalizers()).containsExactly("cacheward.dev/merged-keys");

        // When
        merged.deliver("shop", "query: 20/minute", "");

        // Then
        TestNamespace.patiently().until(() -> policy().getFinalizers().isEmpty());
        assertThat(merged.data("app")).isEmpty();
    }

    @Test
    void aMapThatIsGoneKeepsNothingWaiting() {
        // Given
        tools.kubectl("create", "configmap", "app");
        merged.merge("shop", "query: 20/minute");
        merged.awaitDelivered("shop");
        tools.kubectl("delete", "configmap", "app");

        // Then
        merged.delete("shop");
    }

    @Test
    void aMapThatBecameImmutableKeepsNothingWaiting() {
        // Given
        tools.kubectl("create", "configmap", "app");
        merged.merge("shop", "query: 20/minute");
        merged.awaitDelivered("shop");
        tools.kubectl("patch", "configmap", "app", "-p", "{\"immutable\": true}");

        // Then
        merged.delete("shop");
        assertThat(merged.data("app")).containsEntry("RATE_LIMIT_QUERY", "20/minute");
    }

    @Test
    void aResourceWhoseMapNeverWasCanGo() {
        merged.merge("shop", "query: 20/minute");
        TestNamespace.patiently().until(() -> !policy().getFinalizers().isEmpty());
        merged.delete("shop");
    }

    @Test
    void aWholeNamespaceCanGo() {
        // Given
        tools.kubectl("create", "configmap", "app");
        merged.merge("shop", "query: 20/minute");
        merged.awaitDelivered("shop");

        // Then
        namespace.closeAndWait();
    }

    /** By an admission rule, since the operator of these tests may do everything. */
    @Test
    void aRefusalIsWaitedForOneMinuteAndNoLonger() {
        // Given
        tools.kubectl("create", "configmap", "app");
        merged.merge("shop", "query: 20/minute");
        merged.awaitDelivered("shop");
        try (ConfigMapUpdateDenial refusal = new ConfigMapUpdateDenial(namespace)) {
            refusal.awaitInForce("app");

            // When
            namespace.resource(RateLimitPolicy.class, "shop").delete();

            // Then
            TestNamespace.patiently()
                    .during(Duration.ofSeconds(20))
                    .atMost(Duration.ofSeconds(40))
                    .until(() -> namespace.policy("shop") != null);
            TestNamespace.patiently().until(() -> namespace.policy("shop") == null);
        }
    }

    @Test
    void aKeyStaysThatSomebodyTookOver() {
        // Given
        tools.kubectl("create", "configmap", "app");
        merged.merge("shop", "query: 20/minute");
        merged.awaitDelivered("shop");
        tools.kubectlEdit("configmap/app", "s/20.minute/slow/");

        // When
        merged.delete("shop");

        // Then
        assertThat(merged.data("app")).isEqualTo(Map.of("RATE_LIMIT_QUERY", "slow"));
    }

    private RateLimitPolicy policy() {
        return namespace.policy("shop");
    }
}
