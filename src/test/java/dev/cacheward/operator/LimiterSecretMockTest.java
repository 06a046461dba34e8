package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.kubernetes.fields.SecretText;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An application takes its cache from one Redis and its counters from another, by two Secrets for envFrom. */
class LimiterSecretMockTest {
    private static final String POLICY = """
            apiVersion: cacheward.dev/v1alpha1
            kind: RateLimitPolicy
            metadata: {name: shop}
            spec: {profileRef: {name: counters}, limits: {query: 20/minute}}
            """;

    private RunningOperator running;

    @BeforeEach
    void start() {
        running = new RunningOperator();
        running.apply(profile("shop", "allkeys-lru") + "---\n" + profile("counters", "noeviction"));
        running.awaitReady("counters");
        running.awaitReady("shop");
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void thePolicysSecretLeadsToTheRedisOfItsProfileAndTheConditionSpeaksOfIt() {
        // When
        running.apply(POLICY);

        // Then
        running.awaitPolicy("shop", ConditionType.READY, Reason.READY);
        assertThat(url("shop-limits-env", "RATE_LIMIT_STORAGE_URI")).isEqualTo(url("counters-redis", "url"));
        assertThat(url("shop-redis-env", "REDIS_URL")).isEqualTo(url("shop-redis", "url"));
        assertThat(running.awaitPolicy("shop", ConditionType.EVICTION_SAFE, Reason.NEVER_EVICTS)
                        .message())
                .contains("\"shop-limits-env\"", "\"counters\"");
    }

    @Test
    void aNewPasswordAndAnEditReachTheSecretByThemselves() {
        // Given
        running.apply(POLICY);
        running.awaitPolicy("shop", ConditionType.READY, Reason.READY);
        Optional<String> before = url("counters-redis", "url");

        // When
        secret("counters-redis").delete();

        // Then
        RunningOperator.soon()
                .until(() -> !url("counters-redis", "url").equals(before)
                        && url("shop-limits-env", "RATE_LIMIT_STORAGE_URI").equals(url("counters-redis", "url")));
        secret("shop-limits-env").edit(edited -> {
            edited.getData().put("RATE_LIMIT_STORAGE_URI", Base64.getEncoder().encodeToString(new byte[] {'x'}));
            return edited;
        });
        RunningOperator.soon()
                .until(() -> url("shop-limits-env", "RATE_LIMIT_STORAGE_URI").equals(url("counters-redis", "url")));
    }

    @Test
    void aForeignSecretOfThatNameIsAConflictAndStays() {
        // Given
        running.apply("apiVersion: v1\nkind: Secret\nmetadata: {name: shop-limits-env}\ndata: {MINE: eA==}\n");

        // When
        running.apply(POLICY);

        // Then
        running.awaitPolicy("shop", ConditionType.CONFIG_DELIVERED, Reason.NAME_CONFLICT);
        assertThat(secret("shop-limits-env").get().getData()).containsOnlyKeys("MINE");
    }

    @Test
    void withoutAProfileThereIsNone() {
        // When
        running.apply(POLICY.replace("counters", "nowhere"));

        // Then
        running.awaitPolicy("shop", ConditionType.READY, Reason.PROFILE_NOT_FOUND);
        assertThat(secret("shop-limits-env").get()).isNull();
    }

    private static String profile(String name, String eviction) {
        return """
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: %s}
                spec:
                  ttls: {users: 60s}
                  redis: {managed: {evictionPolicy: %s}}
                """.formatted(name, eviction);
    }

    private Optional<String> url(String secret, String key) {
        return Optional.ofNullable(secret(secret).get()).flatMap(found -> SecretText.decode(found, key));
    }

    private Resource<Secret> secret(String name) {
        return running.client.secrets().inNamespace(EmbeddedApi.NAMESPACE).withName(name);
    }
}
