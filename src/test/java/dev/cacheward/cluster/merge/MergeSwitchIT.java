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

/** A delivery that goes from one map to another, of whichever mode, leaves no orphan, and no moment in which no map is complete. */
class MergeSwitchIT extends MergeScenario {
    private WatchedPolicyDelivery delivery;

    MergeSwitchIT() {
        super("switch");
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
    void fromAMapOfOursToOneOfSomebodyElses() {
        // Given
        delivery.deliver("{configMap: {name: own}}");

        // When
        delivery.deliver("{configMap: {name: app, mode: Merge}}");

        // Then
        TestNamespace.patiently().until(() -> namespace.configMap("own") == null);
        assertThat(merged.data("app")).isEqualTo(union(Map.of("LOG", "info"), OURS));
        assertThat(delivery.gaps()).isEmpty();
    }

    @Test
    void fromAMapOfSomebodyElsesToOneOfOurs() {
        // Given
        delivery.deliver("{configMap: {name: app, mode: Merge}}");

        // When
        delivery.deliver("{configMap: {name: own}}");

        // Then
        merged.awaitData("app", Map.of("LOG", "info"));
        assertThat(merged.data("own")).isEqualTo(OURS);
        assertThat(delivery.gaps()).isEmpty();
        delivery.awaitNoFinalizer();
    }

    @Test
    void fromOneMapOfSomebodyElsesToAnother() {
        // Given
        delivery.deliver("{configMap: {name: app, mode: Merge}}");

        // When
        delivery.deliver("{configMap: {name: other, mode: Merge}}");

        // Then
        merged.awaitData("app", Map.of("LOG", "info"));
        assertThat(merged.data("other")).isEqualTo(union(Map.of("LOG", "info"), OURS));
        assertThat(delivery.gaps()).isEmpty();
    }

    @Test
    void theOldMapStaysCompleteUntilTheNewOneIs() {
        // Given
        delivery.deliver("{configMap: {name: app, mode: Merge}}");

        // When
        merged.deliver("shop", LIMITS, "{configMap: {name: late, mode: Merge}}");

        // Then
        merged.awaitNotDelivered("shop", Reason.TARGET_NOT_FOUND);
        assertThat(merged.data("app")).isEqualTo(union(Map.of("LOG", "info"), OURS));

        // When
        tools.kubectl("create", "configmap", "late");

        // Then
        merged.awaitData("app", Map.of("LOG", "info"));
        assertThat(merged.data("late")).isEqualTo(OURS);
        assertThat(delivery.gaps()).isEmpty();
    }

    @Test
    void theOldMapKeepsWhatTheNewOneCannotHave() {
        // Given
        delivery.deliver("{configMap: {name: own}}");
        tools.kubectl("patch", "configmap", "app", "-p", "{\"data\": {\"RATE_LIMIT_QUERY\": \"1/minute\"}}");

        // When
        merged.deliver("shop", LIMITS, "{configMap: {name: app, mode: Merge}}");

        // Then
        merged.awaitNotDelivered("shop", Reason.KEY_CONFLICT);
        assertThat(merged.data("own")).isEqualTo(OURS);

        // When
        tools.kubectl("patch", "configmap", "app", "--type=json", "-p", """
                [{"op": "remove", "path": "/data/RATE_LIMIT_QUERY"}]""");

        // Then
        TestNamespace.patiently().until(() -> namespace.configMap("own") == null);
        assertThat(merged.data("app")).isEqualTo(union(Map.of("LOG", "info"), OURS));
        assertThat(delivery.gaps()).isEmpty();
    }
}
