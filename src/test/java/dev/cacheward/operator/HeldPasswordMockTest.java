package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While a refused change keeps the server as it is, applications are told no password that it does not know. */
class HeldPasswordMockTest {
    private static final String PROFILE = """
            apiVersion: cacheward.dev/v1alpha1
            kind: CacheProfile
            metadata: {name: shop}
            spec:
              ttls: {users: 60s}
              redis: {managed: {config: {%s}}}
            """;

    private RunningOperator running;
    private Map<String, String> binding;
    private Map<String, String> environment;

    @BeforeEach
    void hold() {
        running = new RunningOperator();
        running.apply(PROFILE.formatted("notify-keyspace-events: Ex"));
        running.awaitReady("shop");
        binding = secret("shop-redis").get().getData();
        environment = secret("shop-redis-env").get().getData();
        running.apply(PROFILE.formatted("locale-collate: no_WHERE"));
        running.awaitProfile("shop", ConditionType.READY, Reason.CONFIG_REFUSED);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void aDeletedConnectionComesBackWithThePasswordThatWorks() {
        // Given
        String before = secret("shop-redis").get().getMetadata().getUid();

        // When
        secret("shop-redis").delete();

        // Then
        RunningOperator.soon()
                .until(() -> !secret("shop-redis").get().getMetadata().getUid().equals(before));
        assertPublishedAsBefore();
    }

    @Test
    void anEditedPasswordIsPutBack() {
        // When
        secret("shop-redis").edit(secret -> {
            secret.getData().put("password", "bXkgb3du");
            return secret;
        });

        // Then
        RunningOperator.soon().until(() -> secret("shop-redis").get().getData().equals(binding));
        assertPublishedAsBefore();
    }

    private void assertPublishedAsBefore() {
        assertThat(secret("shop-redis").get().getData()).isEqualTo(binding);
        assertThat(secret("shop-redis-env").get().getData()).isEqualTo(environment);
        running.awaitProfile("shop", ConditionType.REDIS_AVAILABLE, Reason.CHECK_PASSED);
    }

    private Resource<Secret> secret(String name) {
        return running.client.secrets().inNamespace(EmbeddedApi.NAMESPACE).withName(name);
    }
}
