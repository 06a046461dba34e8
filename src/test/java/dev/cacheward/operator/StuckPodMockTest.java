package dev.cacheward.operator;

import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pod that can never become ready gives way to a corrected one, whatever the controller of StatefulSets does. */
class StuckPodMockTest {
    private RunningOperator running;

    @BeforeEach
    void start() {
        running = new RunningOperator();
        running.kubelet.spareBrokenPods();
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void aWrongFirstImageIsHealedByAnEditWhereTheControllerSparesBrokenPods() {
        // Given
        running.apply(profile("image: localhost/does-not-exist:1"));
        running.awaitProfile("shop", ConditionType.REDIS_AVAILABLE, Reason.IMAGE_PULL_FAILED);

        // When
        running.apply(profile("image: localhost/redis:7"));

        // Then
        running.awaitReady("shop");
    }

    private static String profile(String managed) {
        return """
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: shop}
                spec:
                  ttls: {users: 60s}
                  redis: {managed: {%s}}
                """.formatted(managed);
    }
}
