package dev.cacheward.cluster.merge;

import static dev.cacheward.cluster.merge.MergingPolicies.ALWAYS;
import static dev.cacheward.cluster.merge.MergingPolicies.union;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.cluster.rig.ResourceVersions;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.operator.CachewardOperator;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An operator that ends forgets nothing about keys in maps of others. It is started and stopped here, and so must be the only
 * one: hence the tag.
 */
@Tag("install")
class MergeWhileDownIT {
    private static final Map<String, String> LOG = Map.of("LOG", "info");

    private KubernetesClient client;
    private KubernetesClient operators;
    private TestNamespace namespace;
    private MergingPolicies merged;
    private CachewardOperator operator;

    @BeforeEach
    void startWithADelivery() {
        client = TestCluster.client("cacheward-tests");
        operators = TestCluster.client("cacheward");
        TestCluster.installCrds(client);
        namespace = new TestNamespace("down", client);
        merged = new MergingPolicies(namespace);
        namespace.create("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app}\ndata: {LOG: info}\n");
        namespace.create("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: other}\ndata: {LOG: info}\n");
        start();
        merged.merge("shop", "query: 20/minute, upload: 5/hour");
        merged.awaitDelivered("shop");
    }

    @AfterEach
    void stop() {
        namespace.closeAndWait();
        operator.close();
        operators.close();
        client.close();
    }

    @Test
    void aRestartChangesNothing() {
        // Given
        Map<String, String> before = ResourceVersions.settled(namespace);

        // When
        operator.close();
        start();

        // Then
        ResourceVersions.assertUnchanged(namespace, before, Duration.ofSeconds(12));
    }

    @Test
    void anEditMeanwhileIsFollowedToTheLastKey() {
        // Given
        operator.close();
        merged.deliver("shop", "query: 30/minute", "{configMap: {name: other, mode: Merge}}");

        // When
        start();

        // Then
        merged.awaitData("app", LOG);
        merged.awaitDelivered("shop");
        assertThat(merged.data("other")).isEqualTo(union(Map.of("RATE_LIMIT_QUERY", "30/minute"), LOG, ALWAYS));
    }

    @Test
    void aDeletionMeanwhileIsFinished() {
        // Given
        operator.close();
        namespace.resource(RateLimitPolicy.class, "shop").delete();
        assertThat(namespace.policy("shop")).isNotNull();

        // When
        start();

        // Then
        TestNamespace.patiently().until(() -> namespace.policy("shop") == null);
        assertThat(merged.data("app")).isEqualTo(LOG);
    }

    private void start() {
        operator = CachewardOperator.start(operators, TestCluster.settings(), Clock.systemUTC());
    }
}
