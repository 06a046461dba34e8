package dev.cacheward.operator;

import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Where nothing is to be done, reconciliations still begin: the liveness probe takes their absence for a stuck operator. */
@Execution(ExecutionMode.CONCURRENT)
class IdleReconciliationsMockTest {
    private RunningOperator running;

    @BeforeEach
    void start() {
        running = new RunningOperator(FrequentReconciliations.settings());
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void pausedResourcesAreReconciledAgain() {
        // Given
        running.apply(RunningOperator.SHOP.replace(
                "metadata: {name: shop}", "metadata: {name: shop, annotations: {cacheward.dev/paused: 'true'}}"));
        running.awaitProfile("shop", ConditionType.READY, Reason.PAUSED);
        running.awaitPolicy("shop", ConditionType.READY, Reason.PAUSED);

        // Then
        awaitTwoMoreLooks();
    }

    @Test
    void resourcesThatOthersKeepFromGoingAreReconciledAgain() {
        // Given
        running.apply(RunningOperator.SHOP.replace(
                "metadata: {name: shop}", "metadata: {name: shop, finalizers: [example.com/mine]}"));
        running.awaitReady("shop");
        running.client.resource(running.policy("shop")).delete();
        running.client.resource(running.profile("shop")).delete();

        // Then
        awaitTwoMoreLooks();
    }

    /** The first may have been on its way; the second comes by the interval alone. */
    private void awaitTwoMoreLooks() {
        double profiles = reconciliations("CacheProfile");
        double policies = reconciliations("RateLimitPolicy");
        RunningOperator.soon()
                .until(() -> reconciliations("CacheProfile") >= profiles + 2
                        && reconciliations("RateLimitPolicy") >= policies + 2);
    }

    private double reconciliations(String kind) {
        return running.counted("operator_sdk_reconciliations_started_total", "\"" + kind + "\"");
    }
}
