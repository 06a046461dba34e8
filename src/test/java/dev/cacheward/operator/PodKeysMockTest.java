package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An administrator decides which labels and annotations authors may give to pods. */
class PodKeysMockTest {
    private final RunningOperator running =
            new RunningOperator(RunningOperator.settings(Map.of("CACHEWARD_POD_KEY_PREFIXES", "team")));

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void aKeyThatTheAdministratorDoesNotAllowReachesNoPod() {
        // When
        running.apply("""
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: shop}
                spec:
                  ttls: {users: 60s}
                  redis: {managed: {podTemplate: {labels: {team: shop}, annotations: {vault.example.com/agent: 'true'}}}}
                """);

        // Then
        assertThat(running.awaitProfile("shop", ConditionType.READY, Reason.INVALID_SPEC)
                        .message())
                .contains("\"vault.example.com/agent\" is not allowed by the operator's administrator", "team");
        assertThat(running.client.apps().statefulSets().list().getItems()).isEmpty();
    }
}
