package dev.cacheward.operator;

import static dev.cacheward.operator.LimitsDelivery.awaitConflict;
import static dev.cacheward.operator.LimitsDelivery.map;
import static dev.cacheward.operator.LimitsDelivery.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.kubernetes.Labels;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an old map keeps until its keys are in the new one, and that such a switch restarts nothing a second time. */
@Execution(ExecutionMode.CONCURRENT)
class MergeSwitchMockTest {
    private RunningOperator running;
    private ConfigMaps maps;

    @BeforeEach
    void start() {
        running = new RunningOperator();
        maps = new ConfigMaps(running.client);
    }

    @AfterEach
    void stop() {
        running.close();
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
        awaitConflict(running);

        // Then
        assertThat(maps.data("old"))
                .hasValueSatisfying(data -> assertThat(data)
                        .containsEntry("RATE_LIMIT_QUERY", "20/minute")
                        .containsEntry("RATE_LIMIT_MODE", "Enforce"));
        assertThat(maps.data("app"))
                .hasValueSatisfying(data -> assertThat(data)
                        .containsEntry("RATE_LIMIT_QUERY", "1/minute")
                        .containsEntry("RATE_LIMIT_MODE", "Enforce"));

        // When
        running.apply(map("app", "LOG: info"));

        // Then
        RunningOperator.soon()
                .until(() -> maps.data("old").orElse(Map.of()).keySet().stream()
                        .noneMatch(key -> key.startsWith("RATE_LIMIT")));
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
        awaitConflict(running);

        // Then
        RunningOperator.soon().until(() -> maps.data("old").isEmpty());
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
        RunningOperator.soon().until(() -> maps.data("app").orElseThrow().size() == 1);

        // Then
        RunningOperator.soon().during(Duration.ofSeconds(7)).until(() -> restarts() == 1);
    }

    @Test
    void theFinalizerComesBackWhileAnOldMapKeepsKeysAndNoneIsNamed() {
        // Given
        running.apply(map("app", "LOG: info") + "---\n" + map("taken", "LOG: info"));
        running.apply(policy("query: 20/minute", "{name: app, mode: Merge}"));
        awaitDelivered();
        running.apply(policy("query: 20/minute", "{name: taken}"));
        running.awaitPolicy("limits", ConditionType.CONFIG_DELIVERED, Reason.NAME_CONFLICT);

        // When
        new ProfilePolicyPairs(running).merge(running.policy("limits"), "{\"metadata\": {\"finalizers\": null}}");

        // Then
        RunningOperator.soon().until(() -> running.policy("limits").hasFinalizer(Labels.MERGE_FINALIZER));
        running.client.resource(running.policy("limits")).delete();
        RunningOperator.soon().until(() -> running.policy("limits") == null);
        assertThat(maps.data("app")).contains(Map.of("LOG", "info"));
    }

    private long restarts() {
        return running.writes().stream()
                .filter(write -> write.path().endsWith("/deployments/backend"))
                .count();
    }

    private void awaitDelivered() {
        running.awaitPolicy("limits", ConditionType.CONFIG_DELIVERED, Reason.DELIVERED);
    }
}
