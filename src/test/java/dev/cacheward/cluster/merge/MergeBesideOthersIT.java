package dev.cacheward.cluster.merge;

import static dev.cacheward.cluster.merge.MergingPolicies.ALWAYS;
import static dev.cacheward.cluster.merge.MergingPolicies.union;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestNamespace;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our keys beside those of whoever keeps the ConfigMap, with the tools that people use. */
class MergeBesideOthersIT {
    private TestNamespace namespace;
    private MergingPolicies merged;
    private KubectlAndHelm tools;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("beside");
        merged = new MergingPolicies(namespace);
        tools = new KubectlAndHelm(namespace);
    }

    @AfterEach
    void delete() {
        namespace.close();
    }

    @ParameterizedTest
    @EnumSource
    void bothKeepTheirKeysThroughEveryChangeOfEither(ConfigMapTool keeper, @TempDir Path folder) {
        // Given
        keeper.create(tools, folder);
        merged.merge("shop", "query: 20/minute, upload: 5/hour");
        merged.awaitDelivered("shop");
        Map<String, String> ours = Map.of("RATE_LIMIT_QUERY", "20/minute", "RATE_LIMIT_UPLOAD", "5/hour");
        assertThat(merged.data("app")).isEqualTo(union(Map.of("LOG", "info"), ours, ALWAYS));

        // When
        keeper.update(tools, folder);

        // Then
        merged.awaitData("app", union(Map.of("LOG", "debug"), ours, ALWAYS));

        // When
        merged.merge("shop", "query: 30/minute, login: 3/minute");

        // Then
        Map<String, String> edited = Map.of("RATE_LIMIT_QUERY", "30/minute", "RATE_LIMIT_LOGIN", "3/minute");
        merged.awaitData("app", union(Map.of("LOG", "debug"), edited, ALWAYS));

        // When
        merged.delete("shop");

        // Then
        assertThat(merged.data("app")).isEqualTo(Map.of("LOG", "debug"));
    }

    @Test
    void severalResourcesShareAMapWhileTheirKeysDifferOrAreEqual() {
        // Given
        tools.kubectl("create", "configmap", "app", "--from-literal=LOG=info");

        // When
        merged.merge("one", "query: 20/minute");
        merged.merge("two", "upload: 5/hour");
        namespace.apply(ResourceManifests.profile(
                "shop", "users: 60s", "", "delivery: [{configMap: {name: app, mode: Merge}, format: EnvJson}]"));
        namespace.apply(ResourceManifests.profile(
                "second", "pages: 60s", "", "delivery: [{configMap: {name: app, mode: Merge}}]"));
        namespace.awaitReady("shop");
        namespace.awaitReady("second");
        merged.awaitDelivered("one");
        merged.awaitDelivered("two");

        // Then
        Map<String, String> ofTwo = Map.of("RATE_LIMIT_UPLOAD", "5/hour");
        Map<String, String> ofProfiles =
                Map.of("CACHE_ENABLED", "true", "CACHE_TTL", "{\"users\":60}", "CACHE_TTL_PAGES", "60");
        Map<String, String> theirs = Map.of("LOG", "info");
        assertThat(merged.data("app"))
                .isEqualTo(union(theirs, Map.of("RATE_LIMIT_QUERY", "20/minute"), ofTwo, ofProfiles, ALWAYS));

        // When
        merged.delete("one");

        // Then
        assertThat(merged.data("app")).isEqualTo(union(theirs, ofTwo, ofProfiles, ALWAYS));
    }

    @Test
    void anAuthorsProfileMayOwnTheMapThatAPolicyMergesInto() {
        // Given
        namespace.apply(ResourceManifests.profile("shop"));
        namespace.awaitReady("shop");

        // When
        merged.deliver("limits", "query: 20/minute", "{configMap: {name: shop-cache, mode: Merge}}");
        merged.awaitDelivered("limits");
        namespace.apply(ResourceManifests.profile("shop", "users: 5m"));

        // Then
        merged.awaitData(
                "shop-cache",
                union(
                        Map.of("CACHE_ENABLED", "true", "CACHE_TTL_USERS", "300", "RATE_LIMIT_QUERY", "20/minute"),
                        ALWAYS));
    }
}
