package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.kubernetes.Brake;
import dev.cacheward.runtime.Settings;
import dev.cacheward.runtime.SettingsResult;
import dev.cacheward.testbed.EmbeddedApi;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is looked at again and again, though nothing happens to it: the probe of liveness goes by that. */
class LookedAtMockTest {
    private static final Settings OFTEN =
            ((SettingsResult.Valid) Settings.parse(Map.of("CACHEWARD_LOOK_SECONDS", "10"))).settings();

    private final RunningOperator running = new RunningOperator(OFTEN);

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void aPausedResourceIsLookedAtAgain() {
        // When
        running.apply(RunningOperator.SHOP.replace(
                "metadata: {name: shop}", "metadata: {name: shop, annotations: {" + Brake.PAUSED + ": 'true'}}"));

        // Then
        awaitLooks("CacheProfile", "Paused");
        awaitLooks("RateLimitPolicy", "Paused");
    }

    @Test
    void aResourceThatSomebodyElsesFinalizerKeepsIsLookedAtAgain() {
        // Given
        running.apply(RunningOperator.SHOP.replace(
                "metadata: {name: shop}", "metadata: {name: shop, finalizers: [example.com/kept]}"));
        running.awaitReady("shop");

        // When
        running.client
                .resource(running.profile("shop"))
                .inNamespace(EmbeddedApi.NAMESPACE)
                .delete();

        // Then
        RunningOperator.soon().until(() -> running.profile("shop").isMarkedForDeletion());
        double before = started();
        RunningOperator.soon().untilAsserted(() -> assertThat(started()).isGreaterThan(before + 1));
    }

    private double started() {
        return running.counted("operator_sdk_reconciliations_started_total", "kind=\"CacheProfile\"");
    }

    private void awaitLooks(String kind, String reason) {
        String labels = "{kind=\"" + kind + "\",reason=\"" + reason + "\"}";
        RunningOperator.soon()
                .untilAsserted(() -> assertThat(running.counted("cacheward_reconcile_outcomes_total", labels))
                        .isGreaterThan(2));
    }
}
