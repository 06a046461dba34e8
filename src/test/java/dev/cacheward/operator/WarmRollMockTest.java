package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.kubernetes.fields.SecretText;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.RedisEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server without a volume is replaced and keeps its keys. */
class WarmRollMockTest {
    private final RunningOperator running = new RunningOperator();
    private final ServerPods pods = new ServerPods(running.client);

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void oneRollAfterTheOtherKeepsEachKey() {
        // Given
        running.apply(profile("none"));
        running.awaitReady("warm");
        for (String label : new String[] {"a", "b", "c"}) {
            assertThat(ask("SET", label, "kept")).isEqualTo("OK");
            String before = pods.uid("warm");
            // When
            running.apply(profile(label));
            pods.awaitAnother("warm", before);
            running.awaitReady("warm");
        }
        // Then
        assertThat(ask("EXISTS", "a", "b", "c")).isEqualTo(3L);
        assertThat(pods.name("warm")).isEqualTo("warm-redis-1");
        RunningOperator.soon().until(() -> pods.find("warm-redis-0").isEmpty());
    }

    @Test
    void anOperatorThatEndsMeanwhileGoesOn() {
        // Given
        running.apply(profile("none"));
        running.awaitReady("warm");
        ask("SET", "a", "kept");
        // When
        running.apply(profile("a"));
        RunningOperator.soon().until(() -> pods.find("warm-redis-1").isPresent());
        running.restartOperator();
        RunningOperator.soon().until(() -> pods.name("warm").equals("warm-redis-1"));
        running.restartOperator();
        running.awaitReady("warm");
        // Then
        assertThat(ask("EXISTS", "a")).isEqualTo(1L);
        assertThat(ask("SET", "b", "taken")).isEqualTo("OK");
    }

    private Object ask(String... words) {
        RedisEndpoint endpoint = running.kubelet
                .endpoint(EmbeddedApi.NAMESPACE, pods.name("warm"))
                .orElseThrow();
        String password = SecretText.decode(
                        running.client
                                .secrets()
                                .inNamespace(EmbeddedApi.NAMESPACE)
                                .withName("warm-redis")
                                .get(),
                        "password")
                .orElseThrow();
        try (RawRedis redis = new RawRedis(
                new RedisAddress(endpoint.host(), endpoint.port()), new Login("default", new Password(password)))) {
            return redis.ask(words);
        }
    }

    private static String profile(String label) {
        return """
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: warm}
                spec:
                  ttls: {users: 60s}
                  redis: {managed: {podTemplate: {labels: {roll: %s}}}}
                """.formatted(label);
    }
}
