package dev.cacheward.cluster.merge;

import static dev.cacheward.cluster.merge.MergingPolicies.ALWAYS;
import static dev.cacheward.cluster.merge.MergingPolicies.union;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.ForeignFieldManager;
import dev.cacheward.cluster.rig.ResourceVersions;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.kubernetes.fields.ManagedFields;
import dev.cacheward.status.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A key that a tool holds with our value counts as delivered and stays the tool's alone, so that its next change succeeds. */
class MergeEqualKeyIT extends MergeScenario {
    private static final String MANAGER = "cacheward-policy-shop";
    private static final Duration WINDOW = Duration.ofSeconds(25);

    MergeEqualKeyIT() {
        super("equal");
    }

    @ParameterizedTest
    @EnumSource
    void itsNextChangeSucceedsAndIsAConflictOfOursUntilTheValuesAgreeAgain(MapKeeper keeper) {
        // Given
        keeper.create(tools, "20/minute");
        merged.merge("shop", "query: 20/minute");
        merged.awaitDelivered("shop");
        assertThat(namespace.policy("shop").getStatus().keyCount()).isEqualTo(3);
        assertThat(ours()).isEqualTo(ALWAYS.keySet());

        // When
        update(keeper, "20/minute", "30/minute");

        // Then
        assertThat(merged.awaitNotDelivered("shop", Reason.KEY_CONFLICT)).contains("ours is \"20/minute\"");
        assertThat(merged.data("app")).isEqualTo(union(Map.of("LOG", "info", "RATE_LIMIT_QUERY", "30/minute"), ALWAYS));

        // When
        update(keeper, "30/minute", "20/minute");

        // Then
        merged.awaitDelivered("shop");
        assertThat(ours()).isEqualTo(ALWAYS.keySet());
    }

    @ParameterizedTest
    @EnumSource
    void aValueThatWeChangeFirstIsAConflictOfOursAndTheToolMayFollow(MapKeeper keeper) {
        // Given
        keeper.create(tools, "20/minute");
        merged.merge("shop", "query: 20/minute");
        merged.awaitDelivered("shop");

        // When
        merged.merge("shop", "query: 30/minute");

        // Then
        merged.awaitNotDelivered("shop", Reason.KEY_CONFLICT);
        update(keeper, "20/minute", "30/minute");
        merged.awaitDelivered("shop");
        merged.delete("shop");
        assertThat(merged.data("app")).isEqualTo(Map.of("LOG", "info", "RATE_LIMIT_QUERY", "30/minute"));
    }

    @ParameterizedTest
    @EnumSource
    void aShareOfAnEarlierReleaseIsGivenUpByOneWrite(MapKeeper keeper) {
        // Given
        keeper.create(tools, "20/minute");
        new ForeignFieldManager(MANAGER).apply(TestCluster.get().client(), namespace.name(), """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: app}
                data: {RATE_LIMIT_QUERY: 20/minute, RATE_LIMIT_ENABLED: "true", RATE_LIMIT_MODE: Enforce}
                """);

        // When
        merged.merge("shop", "query: 20/minute");

        // Then
        merged.awaitDelivered("shop");
        assertThat(ours()).isEqualTo(ALWAYS.keySet());
        ResourceVersions.assertQuiet(namespace, WINDOW);
        update(keeper, "20/minute", "30/minute");
        merged.awaitNotDelivered("shop", Reason.KEY_CONFLICT);
    }

    @Test
    void aKeyThatTheToolGivesUpIsBroughtByUs() {
        // Given
        MapKeeper.HELM_4.create(tools, "20/minute");
        merged.merge("shop", "query: 20/minute");
        merged.awaitDelivered("shop");

        // When
        tools.kubectlWithFile(
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: app}, data: {LOG: info}}",
                "apply",
                "--server-side",
                "--field-manager=helm",
                "-f");
        merged.call("shop");

        // Then
        merged.awaitData("app", union(Map.of("LOG", "info", "RATE_LIMIT_QUERY", "20/minute"), ALWAYS));
        assertThat(ours()).contains("RATE_LIMIT_QUERY");
    }

    @Test
    void anImmutableMapThatHoldsAllKeysIsDelivered() {
        // Given
        tools.kubectlWithFile("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: app}
                immutable: true
                data: {RATE_LIMIT_QUERY: 20/minute, RATE_LIMIT_ENABLED: "true", RATE_LIMIT_MODE: Enforce}
                """, "create", "-f");

        // When
        merged.merge("shop", "query: 20/minute");

        // Then
        merged.awaitDelivered("shop");
        assertThat(ours()).isEmpty();
    }

    @Test
    void aChartOfHelm3MayChangeItsKey(@TempDir Path folder) {
        // Given
        HelmChart chart = new HelmChart(folder, "RATE_LIMIT_QUERY: {{ .Values.limit | quote }}");
        tools.helm("install", "app", chart.folder(), "--set-string", "limit=20/minute");
        merged.merge("shop", "query: 20/minute");
        merged.awaitDelivered("shop");

        // When
        tools.helm("upgrade", "app", chart.folder(), "--set-string", "limit=30/minute");
        merged.call("shop");

        // Then
        merged.awaitNotDelivered("shop", Reason.KEY_CONFLICT);
        tools.helm("rollback", "app", "1");
        merged.call("shop");
        merged.awaitDelivered("shop");
    }

    /** Foreign maps are not watched, so somebody calls the operator. */
    private void update(MapKeeper keeper, String from, String to) {
        keeper.update(tools, from, to);
        merged.call("shop");
    }

    private Set<String> ours() {
        return ManagedFields.of(namespace.configMap("app")).applied(MANAGER, "data");
    }
}
