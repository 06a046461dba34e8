package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.kubernetes.OwnerKind;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the running operator shows of its work. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TelemetryMockTest {
    private RunningOperator running;

    @BeforeAll
    void start() {
        running = new RunningOperator(FrequentReconciliations.settings());
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void aProfileShowsItsServersNumbersAndTakesThemAlong() {
        // Given
        running.apply(RunningOperator.SHOP.replace("shop", "measured"));
        running.awaitReady("measured");
        running.awaitPolicy("measured", ConditionType.READY, Reason.READY);
        RunningOperator.soon()
                .untilAsserted(() -> assertThat(running.metrics())
                        .contains("cacheward_redis_keys{namespace=\"default\",profile=\"measured\"}")
                        .containsPattern(
                                "cacheward_redis_ping_seconds\\{namespace=\"default\",profile=\"measured\"} [0-9.E-]+\n")
                        .containsPattern(
                                "cacheward_redis_memory_bytes\\{namespace=\"default\",profile=\"measured\"} [1-9]")
                        .contains(
                                "cacheward_resource_ready{kind=\"CacheProfile\",name=\"measured\",namespace=\"default\"} 1.0")
                        .contains("cacheward_profile_healthy{condition=\"MemoryHealthy\",namespace=\"default\","
                                + "profile=\"measured\",reason=\"MemoryAmple\"} 1.0")
                        .contains("cacheward_ready_seconds_count{kind=\"CacheProfile\"}")
                        .contains("cacheward_reconcile_outcomes_total{kind=\"RateLimitPolicy\",reason=\"Ready\"}")
                        .contains("operator_sdk_reconciliations_started_total")
                        .doesNotContain("reconciliations_retries_number="));

        // When
        running.client
                .resource(running.profile("measured"))
                .inNamespace(EmbeddedApi.NAMESPACE)
                .delete();
        running.client
                .resource(running.policy("measured"))
                .inNamespace(EmbeddedApi.NAMESPACE)
                .delete();

        // Then
        RunningOperator.soon().untilAsserted(() -> assertThat(running.metrics()).doesNotContain("measured"));
        RunningOperator.soon()
                .untilAsserted(() -> assertThat(running.client
                                .pods()
                                .inNamespace(EmbeddedApi.NAMESPACE)
                                .withLabel(OwnerKind.PROFILE.label(), "measured")
                                .list()
                                .getItems())
                        .isEmpty());
    }

    @Test
    void anEditThatIsPutRightCounts() {
        // Given
        running.apply(RunningOperator.SHOP.replace("shop", "edited"));
        running.awaitReady("edited");

        // When
        running.client
                .configMaps()
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName("edited-cache")
                .edit(map -> {
                    map.setData(Map.of("CACHE_TTL_USERS", "1"));
                    return map;
                });

        // Then
        RunningOperator.soon()
                .untilAsserted(() -> assertThat(running.counted("cacheward_drift_repaired_total", "\"ConfigMap\""))
                        .as("a look that is behind the informer repairs it twice")
                        .isPositive());
        ConfigMap map = running.client
                .configMaps()
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName("edited-cache")
                .get();
        assertThat(map.getData()).containsEntry("CACHE_TTL_USERS", "60");
    }

    @Test
    void eachCauseIsOneEventAndARestartRepeatsNone() {
        // Given
        running.apply(RunningOperator.SHOP.replace("shop", "told"));
        running.awaitReady("told");
        running.awaitPolicy("told", ConditionType.READY, Reason.READY);
        RunningOperator.soon()
                .untilAsserted(() -> assertThat(running.told("told"))
                        .contains("CacheProfile Provisioning", "CacheProfile Ready", "RateLimitPolicy Ready")
                        .doesNotHaveDuplicates());
        running.awaitQuiet(Duration.ofSeconds(2));
        List<String> before = running.told("told");

        // When
        running.restartOperator();

        // Then
        RunningOperator.soon()
                .untilAsserted(
                        () -> assertThat(running.metrics())
                                .contains(
                                        "cacheward_resource_ready{kind=\"CacheProfile\",name=\"told\",namespace=\"default\"} 1.0")
                                .contains(
                                        "cacheward_resource_ready{kind=\"RateLimitPolicy\",name=\"told\",namespace=\"default\"} 1.0"));
        assertThat(running.told("told")).containsExactlyInAnyOrderElementsOf(before);
    }
}
