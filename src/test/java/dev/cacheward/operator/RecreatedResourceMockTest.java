package dev.cacheward.operator;

import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A resource that takes the place of one of its name at once is looked at like any other. */
class RecreatedResourceMockTest {
    /** A deletion during a look is what matters, and not each one is. */
    private static final int TIMES = 20;

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
    void aSuccessorIsLookedAtAndStaysSo() {
        for (int i = 1; i <= TIMES; i++) {
            // Given
            running.apply(policy(i + "/minute"));

            // When
            HasMetadata predecessor = running.policy("shop");
            running.client.resource(predecessor).delete();
            running.apply(policy("9/day"));

            // Then
            running.awaitPolicy("shop", ConditionType.READY, Reason.PROFILE_NOT_FOUND);
        }

        // When
        running.apply(RunningOperator.SHOP);

        // Then
        running.awaitPolicy("shop", ConditionType.READY, Reason.READY);
    }

    private static String policy(String limit) {
        return """
                apiVersion: cacheward.dev/v1alpha1
                kind: RateLimitPolicy
                metadata: {name: shop}
                spec:
                  profileRef: {name: shop}
                  limits: {query: %s}
                """.formatted(limit);
    }
}
