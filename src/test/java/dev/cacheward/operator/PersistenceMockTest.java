package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.kubernetes.fields.SecretText;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.RedisEndpoint;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        ask(commands -> commands.mset(values()));

        // When
        apply("AppendOnly");
        running.awaitReady("keeps");
        long afterAppendOnly = ask(this::kept);
        ask(commands -> commands.set("later", "value"));
        apply("Snapshot");
        running.awaitReady("keeps");

        // Then
        running.awaitTold("CacheProfile", "keeps", Reason.PREFLIGHT);
        running.awaitTold("CacheProfile", "keeps", Reason.SWITCHING_PERSISTENCE);
        assertThat(afterAppendOnly).isEqualTo(KEYS);
        long afterSnapshot = ask(this::kept);
        long later = ask(commands -> commands.exists("later"));
        assertThat(afterSnapshot).isEqualTo(KEYS);
        assertThat(later).isEqualTo(1);
    }

    private Map<String, String> values() {
        return IntStream.range(0, KEYS).boxed().collect(Collectors.toMap(i -> "key" + i, i -> "value"));
    }

    /** Not the number of all keys: the operator's own check sets some for a moment. */
    private long kept(RedisCommands<String, String> commands) {
        return commands.exists(values().keySet().toArray(String[]::new));
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
