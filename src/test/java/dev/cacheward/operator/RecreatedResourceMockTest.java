package dev.cacheward.operator;

import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A resource that is recreated at once under the same name is reconciled like any other. */
class RecreatedResourceMockTest {
    /** Only a deletion during a reconciliation matters, and not every deletion falls into one. */
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
    void aSuccessorIsReconciledAndStaysSo() {
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
