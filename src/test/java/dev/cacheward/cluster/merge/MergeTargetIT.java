package dev.cacheward.cluster.merge;

import static dev.cacheward.cluster.merge.MergingPolicies.ALWAYS;
import static dev.cacheward.cluster.merge.MergingPolicies.union;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.Reason;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A ConfigMap that cannot take our keys is told in words, and takes them by itself once it can. */
class MergeTargetIT extends MergeScenario {
    private static final Map<String, String> OURS = union(Map.of("RATE_LIMIT_QUERY", "20/minute"), ALWAYS);
    private static final int ALMOST_ALL = 1024 * 1024 - 10;

    MergeTargetIT() {
        super("target");
    }

    @Test
    void aMissingMapIsWaitedForAndNeverMade() {
        // When
        merged.merge("shop", "query: 20/minute");

        // Then
        assertThat(merged.awaitNotDelivered("shop", Reason.TARGET_NOT_FOUND))
                .contains("ConfigMap \"app\" does not exist");
        assertThat(namespace.configMap("app")).isNull();

        // When
        tools.kubectl("create", "configmap", "app");

        // Then
        merged.awaitDelivered("shop");
        assertThat(merged.data("app")).isEqualTo(OURS);
    }

    @Test
    void aMapThatIsMadeAnewGetsTheKeysAgain() {
        // Given
        tools.kubectl("create", "configmap", "app");
        merged.merge("shop", "query: 20/minute");
        merged.awaitDelivered("shop");

        // When
        tools.kubectl("delete", "configmap", "app");
        tools.kubectl("create", "configmap", "app", "--from-literal=LOG=info");

        // Then
        merged.awaitData("app", union(Map.of("LOG", "info"), OURS));
        merged.awaitDelivered("shop");
    }

    @Test
    void anImmutableMapIsToldUntilItIsReplaced() {
        // Given
        String map = "{apiVersion: v1, kind: ConfigMap, metadata: {name: app}, immutable: %s, data: {LOG: info}}";
        tools.kubectlWithFile(map.formatted("true"), "create", "-f");

        // When
        merged.merge("shop", "query: 20/minute");

        // Then
        assertThat(merged.awaitNotDelivered("shop", Reason.TARGET_IMMUTABLE))
                .contains("ConfigMap \"app\" is immutable");

        // When
        tools.kubectlWithFile(map.formatted("false"), "replace", "--force", "-f");

        // Then
        merged.awaitDelivered("shop");
        assertThat(merged.data("app")).isEqualTo(union(Map.of("LOG", "info"), OURS));
    }

    @Test
    void aMapThatWouldBecomeTooLargeIsLeftAsItIsUntilThereIsRoom() {
        // Given
        String map = "{apiVersion: v1, kind: ConfigMap, metadata: {name: app}, data: {BIG: %s}}";
        tools.kubectlWithFile(map.formatted("x".repeat(ALMOST_ALL)), "create", "-f");

        // When
        merged.merge("shop", "query: 20/minute");

        // Then
        assertThat(merged.awaitNotDelivered("shop", Reason.TARGET_TOO_LARGE)).contains("ConfigMap \"app\"", "1 MiB");
        assertThat(merged.data("app")).containsOnlyKeys("BIG");

        // When
        tools.kubectlWithFile(map.formatted("small"), "replace", "-f");

        // Then
        merged.awaitDelivered("shop");
        assertThat(merged.data("app")).isEqualTo(union(Map.of("BIG", "small"), OURS));
    }
}
