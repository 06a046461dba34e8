package dev.cacheward.cluster.merge;

import static dev.cacheward.cluster.merge.MergingPolicies.union;
import static dev.cacheward.cluster.merge.WatchedPolicyDelivery.LIMITS;
import static dev.cacheward.cluster.merge.WatchedPolicyDelivery.OURS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.Reason;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A map of ours whose mode becomes Merge is given away, complete all the time, and comes back while nobody else uses it. */
class MergeGivenAwayIT extends MergeScenario {
    private WatchedPolicyDelivery delivery;

    MergeGivenAwayIT() {
        super("given");
    }

    @BeforeEach
    void watch() {
        delivery = new WatchedPolicyDelivery(namespace, tools);
    }

    @AfterEach
    void stopWatching() {
        delivery.close();
    }

    @Test
    void aMapOfOursThatIsToBeMergedIntoIsGivenAwayAndComesBackWhileNobodyUsesIt() {
        // Given
        delivery.deliver("{configMap: {name: own}}");

        // When
        delivery.deliver("{configMap: {name: own, mode: Merge}}");

        // Then
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(
                                namespace.configMap("own").getMetadata().getOwnerReferences())
                        .isEmpty());
        assertThat(namespace.configMap("own").getMetadata().getLabels()).isNullOrEmpty();
        assertThat(merged.data("own")).isEqualTo(OURS);

        // When
        delivery.deliver("{configMap: {name: own}}");

        // Then
        assertThat(namespace.configMap("own").getMetadata().getOwnerReferences())
                .hasSize(1);
        assertThat(delivery.gaps()).isEmpty();
        delivery.awaitNoFinalizer();
        merged.delete("shop");
        TestNamespace.patiently().until(() -> namespace.configMap("own") == null);
    }

    @Test
    void aMapThatWasGivenAwayOutlivesUsWithWhatOthersPutIntoIt() {
        // Given
        delivery.deliver("{configMap: {name: own}}");
        delivery.deliver("{configMap: {name: own, mode: Merge}}");
        tools.kubectl("patch", "configmap", "own", "-p", "{\"data\": {\"LOG\": \"info\"}}");

        // When
        merged.deliver("shop", LIMITS, "{configMap: {name: own}}");

        // Then
        assertThat(merged.awaitNotDelivered("shop", Reason.NAME_CONFLICT)).contains("\"own\"");
        assertThat(merged.data("own")).isEqualTo(union(Map.of("LOG", "info"), OURS));

        // When
        merged.delete("shop");

        // Then
        assertThat(merged.data("own")).isEqualTo(Map.of("LOG", "info"));
    }
}
