package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.kubernetes.SecretText;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.RedisEndpoint;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A change of the persistence mode loses no key. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersistenceMockTest {
    private static final int KEYS = 500;

    private final RedisClient redis = RedisClient.create();
    private RunningOperator running;

    @BeforeAll
    void start() {
        running = new RunningOperator();
    }

    @AfterAll
    void stop() {
        redis.shutdown();
        running.close();
    }

    @Test
    void fromSnapshotToAppendOnlyAndBackKeepsEveryKey() {
        // Given
        apply("Snapshot");
        running.awaitReady("keeps");
        for (int i = 0; i < KEYS; i++) {
            int key = i;
            ask(commands -> commands.set("key" + key, "value"));
        }

        // When
        apply("AppendOnly");
        running.awaitProfile("keeps", ConditionType.READY, Reason.PREFLIGHT);
        running.awaitReady("keeps");
        long afterAppendOnly = ask(RedisCommands::dbsize);
        ask(commands -> commands.set("later", "value"));
        apply("Snapshot");
        running.awaitProfile("keeps", ConditionType.READY, Reason.SWITCHING_PERSISTENCE);
        running.awaitReady("keeps");

        // Then
        assertThat(afterAppendOnly).isEqualTo(KEYS);
        long afterSnapshot = ask(RedisCommands::dbsize);
        assertThat(afterSnapshot).isEqualTo(KEYS + 1);
    }

    private void apply(String mode) {
        running.apply("""
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: keeps}
                spec:
                  ttls: {users: 60s}
                  redis: {managed: {persistence: {mode: %s}}}
                """.formatted(mode));
    }

    private <T> T ask(Function<RedisCommands<String, String>, T> question) {
        RedisEndpoint endpoint =
                running.kubelet.endpoint(EmbeddedApi.NAMESPACE, "keeps-redis-0").orElseThrow();
        String password = SecretText.decode(
                        running.client
                                .secrets()
                                .inNamespace(EmbeddedApi.NAMESPACE)
                                .withName("keeps-redis")
                                .get(),
                        "password")
                .orElseThrow();
        RedisURI uri = RedisURI.builder()
                .withHost(endpoint.host())
                .withPort(endpoint.port())
                .withPassword(password.toCharArray())
                .build();
        try (StatefulRedisConnection<String, String> connection = redis.connect(uri)) {
            return question.apply(connection.sync());
        }
    }
}
