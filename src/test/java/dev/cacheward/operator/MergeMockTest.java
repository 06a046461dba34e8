package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.Request;
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
        return new ConfigMaps(running.client).data(name).orElseThrow();
    }

    private static String map(String name) {
        return LimitsDelivery.map(name, "LOG: info");
    }

    private static String policy(String limits, String map) {
        return LimitsDelivery.policy(limits, "{name: " + map + ", mode: Merge}");
    }
}
