package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A pod that the API server does not take. Nobody makes pods here: the StatefulSet's controller is away. */
class MissingPodMockTest {
    private static final int ALWAYS = 1_000_000;

    private final RunningOperator running = new RunningOperator();

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void isToldInTheApiServersWordsUntilItWouldBeTaken() {
        // Given
        running.kubelet.close();
        running.api.failNext(
                ALWAYS,
                request -> request.isDryRun() && request.path().endsWith("/pods"),
                403,
                "Forbidden",
                "pods \"shop-redis-0\" is forbidden: exceeded quota: team, requested: pods=1, used: pods=0, limited: pods=0");

        // When
        running.apply(RunningOperator.SHOP);

        // Then
        assertThat(running.awaitProfile("shop", ConditionType.READY, Reason.WRITE_REFUSED)
                        .message())
                .contains("has no pod", "exceeded quota: team, requested: pods=1, limited: pods=0");

        // When
        running.api.clearFaults();
        running.apply(RunningOperator.SHOP.replace("users: 60s", "users: 90s"));

        // Then
        running.awaitProfile("shop", ConditionType.READY, Reason.PROVISIONING);
    }
}
