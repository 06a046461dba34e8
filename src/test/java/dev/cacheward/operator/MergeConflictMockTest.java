package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.configmap.OwnerConflicts;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Request;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a key costs that is somebody else's, and what waits for it. */
class MergeConflictMockTest {
    /** Less than the time between two looks at a conflict. */
    private static final Duration WINDOW = Duration.ofSeconds(12);

    private RunningOperator running;

    @BeforeEach
    void start() {
        running = new RunningOperator();
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void aConflictThatStandsCostsNoWriteAndTwoReadsAMinute() {
        // Given
        running.apply(map("app", "RATE_LIMIT_QUERY: 1/minute"));
        running.apply(policy("query: 20/minute", "{name: app, mode: Merge}"));
        awaitConflict();

        // When
        running.api.clearRequests();

        // Then
        assertFew(0);
    }

    @Test
    void aConflictThatNoLookCanForeseeIsTriedTwiceAMinuteToo() {
        // Given
        running.apply(map("app", "LOG: info"));
        running.api.failNext(
                1_000,
                request -> request.isApply() && isOfTheOperatorOn("app", request),
                OwnerConflicts.ofData("helm"));
        running.apply(policy("query: 20/minute", "{name: app, mode: Merge}"));
        assertThat(awaitConflict()).contains(".data (conflict with \"helm\")");

        // When
        running.api.clearRequests();

        // Then
        assertFew(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{name: old}", "{name: old, mode: Merge}"})
    void theOldMapKeepsAKeyThatIsSomebodyElsesInTheNewOne(String old) {
        // Given
        if (old.contains("Merge")) {
            running.apply(map("old", "LOG: info"));
        }
        running.apply(map("app", "RATE_LIMIT_QUERY: 1/minute"));
        running.apply(policy("query: 20/minute", old));
        awaitDelivered();

        // When
        running.apply(policy("query: 20/minute", "{name: app, mode: Merge}"));
        awaitConflict();

        // Then
        assertThat(data("old"))
                .hasValueSatisfying(data -> assertThat(data)
                        .containsEntry("RATE_LIMIT_QUERY", "20/minute")
                        .containsEntry("RATE_LIMIT_MODE", "Enforce"));
        assertThat(data("app"))
                .hasValueSatisfying(data -> assertThat(data)
                        .containsEntry("RATE_LIMIT_QUERY", "1/minute")
                        .containsEntry("RATE_LIMIT_MODE", "Enforce"));

        // When
        running.apply(map("app", "LOG: info"));

        // Then
        RunningOperator.soon()
                .until(() ->
                        data("old").orElse(Map.of()).keySet().stream().noneMatch(key -> key.startsWith("RATE_LIMIT")));
        awaitDelivered();
    }

    @Test
    void aConflictInWhichTheOldMapHasNoPartKeepsNothing() {
        // Given
        running.apply(map("app", "RATE_LIMIT_QUERY: 1/minute"));
        running.apply(policy("upload: 5/hour", "{name: old}"));
        awaitDelivered();

        // When
        running.apply(policy("upload: 5/hour, query: 20/minute", "{name: app, mode: Merge}"));
        awaitConflict();

        // Then
        RunningOperator.soon().until(() -> data("old").isEmpty());
    }

    @Test
    void aMergeAndASwitchOfTheMapRestartAWorkloadOnce() {
        // Given
        running.apply(map("app", "LOG: info") + "---\n" + map("other", "LOG: info") + "---\n" + """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: backend}
                spec:
                  selector: {matchLabels: {app: backend}}
                  template:
                    metadata: {labels: {app: backend}}
                    spec: {containers: [{name: main, image: none}]}
                """);
        String restart = "  restart: [{kind: Deployment, name: backend}]\n";
        running.apply(policy("query: 20/minute", "{name: app, mode: Merge}") + restart);
        RunningOperator.soon().until(() -> restarts() == 1);

        // When
        running.apply(policy("query: 20/minute", "{name: other, mode: Merge}") + restart);
        RunningOperator.soon().until(() -> data("app").orElseThrow().size() == 1);

        // Then
        RunningOperator.soon().during(Duration.ofSeconds(7)).until(() -> restarts() == 1);
    }

    private long restarts() {
        return running.writes().stream()
                .filter(write -> write.path().endsWith("/deployments/backend"))
                .count();
    }

    private void assertFew(int writes) {
        RunningOperator.soon()
                .during(WINDOW)
                .untilAsserted(() -> assertThat(running.api.requests())
                        .filteredOn(request -> isOfTheOperatorOn("app", request))
                        .satisfies(requests -> {
                            assertThat(requests).filteredOn(Request::isWrite).hasSizeLessThanOrEqualTo(writes);
                            assertThat(requests)
                                    .filteredOn(request -> !request.isWrite())
                                    .hasSizeLessThanOrEqualTo(1);
                        }));
    }

    private static boolean isOfTheOperatorOn(String map, Request request) {
        return request.userAgent().equals(RunningOperator.OPERATOR)
                && request.path().endsWith("/configmaps/" + map);
    }

    private String awaitConflict() {
        return running.awaitPolicy("limits", ConditionType.CONFIG_DELIVERED, Reason.KEY_CONFLICT)
                .message();
    }

    private void awaitDelivered() {
        running.awaitPolicy("limits", ConditionType.CONFIG_DELIVERED, Reason.DELIVERED);
    }

    private Optional<Map<String, String>> data(String name) {
        return Optional.ofNullable(running.client
                        .configMaps()
                        .inNamespace(EmbeddedApi.NAMESPACE)
                        .withName(name)
                        .get())
                .map(ConfigMap::getData);
    }

    private static String map(String name, String data) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: %s}
                data: {%s}
                """.formatted(name, data);
    }

    private static String policy(String limits, String map) {
        return """
                apiVersion: cacheward.dev/v1alpha1
                kind: RateLimitPolicy
                metadata: {name: limits}
                spec:
                  profileRef: {name: none}
                  limits: {%s}
                  delivery: [{configMap: %s}]
                """.formatted(limits, map);
    }
}
