package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Request;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the operator remembers of its keys in ConfigMaps of somebody else's: all of it is on the API server. */
class MergeMockTest {
    private RunningOperator running;

    @BeforeEach
    void start() {
        running = new RunningOperator();
        running.apply(map("app"));
        running.apply(map("other"));
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void anEditWhileTheOperatorIsDownIsFollowedToTheLastKeyWhenItIsBack() {
        // Given
        running.apply(policy("query: 20/minute, upload: 5/hour", "app"));
        awaitDelivered();

        // When
        running.restartOperator(() -> running.apply(policy("query: 30/minute", "other")));

        // Then
        awaitDelivered();
        RunningOperator.soon().untilAsserted(() -> assertThat(data("app")).isEqualTo(Map.of("LOG", "info")));
        assertThat(data("other"))
                .containsEntry("LOG", "info")
                .containsEntry("RATE_LIMIT_QUERY", "30/minute")
                .doesNotContainKey("RATE_LIMIT_UPLOAD");
    }

    @Test
    void aDeletionWhileTheOperatorIsDownIsFinishedWhenItIsBack() {
        // Given
        running.apply(policy("query: 20/minute", "app"));
        awaitDelivered();

        // When
        running.restartOperator(
                () -> running.client.resource(running.policy("limits")).delete());

        // Then
        RunningOperator.soon().until(() -> running.policy("limits") == null);
        assertThat(data("app")).isEqualTo(Map.of("LOG", "info"));
    }

    @Test
    void aMapIsRememberedBeforeTheFirstKeyIsWrittenToIt() {
        // When
        running.apply(policy("query: 20/minute", "app"));
        awaitDelivered();

        // Then
        assertThat(running.writesOfLooks().stream()
                        .map(write -> write.path().replaceAll(".*/", ""))
                        .distinct())
                .as("the finalizer, the memory, the keys")
                .containsExactly("limits", "status", "app");
        assertThat(running.metrics())
                .contains("cacheward_reconcile_outcomes_total{kind=\"RateLimitPolicy\",reason=\""
                        + Reason.DELIVERING.wire() + "\"}");
    }

    @Test
    void anEditedLimitCostsOneWriteOfTheMapAndOneOfTheStatus() {
        // Given
        running.apply(policy("query: 20/minute", "app"));
        awaitDelivered();
        int before = running.writesOfLooks().size();

        // When
        running.apply(policy("query: 30/minute", "app"));
        awaitDelivered();

        // Then
        assertThat(running.writesOfLooks().stream().skip(before))
                .extracting(Request::path)
                .extracting(path -> path.replaceAll(".*/", ""))
                .containsExactly("app", "status");
    }

    private void awaitDelivered() {
        running.awaitPolicy("limits", ConditionType.CONFIG_DELIVERED, Reason.DELIVERED);
    }

    private Map<String, String> data(String name) {
        return running.client
                .resources(ConfigMap.class)
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName(name)
                .get()
                .getData();
    }

    private static String map(String name) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: %s}
                data: {LOG: info}
                """.formatted(name);
    }

    private static String policy(String limits, String map) {
        return """
                apiVersion: cacheward.dev/v1alpha1
                kind: RateLimitPolicy
                metadata: {name: limits}
                spec:
                  profileRef: {name: none}
                  limits: {%s}
                  delivery: [{configMap: {name: %s, mode: Merge}}]
                """.formatted(limits, map);
    }
}
