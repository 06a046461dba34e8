package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Request;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A right that the operator lacks is told in the API server's words, and all that does not need it goes on. */
@Execution(ExecutionMode.CONCURRENT)
class RightsMockTest {
    private static final int ALWAYS = 1_000_000;
    private static final String WORDS = "it is forbidden: User \"operator\" cannot do this";

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
    void withoutTheRightToDeleteTheNewTargetIsWrittenAndTheOldOneNamed() {
        // Given
        running.apply(profile("delivery: [{configMap: {name: old}}]"));
        running.awaitReady("shop");
        refuse(request -> request.method().equals("DELETE") && request.path().endsWith("/configmaps/old"));

        // When
        running.apply(profile("delivery: [{configMap: {name: new}}]"));

        // Then
        assertTold(ConditionType.CONFIG_DELIVERED, "delete ConfigMap \"old\"");
        assertThat(map("new").getData()).containsEntry("CACHE_TTL_USERS", "60");
        running.awaitProfile("shop", ConditionType.REDIS_AVAILABLE, Reason.CHECK_PASSED);
    }

    @Test
    void withoutTheRightToSetTheFinalizerNothingIsMergedAndTheServerServes() {
        // Given
        running.apply("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app}\ndata: {own: kept}\n");
        refuse(request -> request.method().equals("PATCH") && request.path().endsWith("/cacheprofiles/shop"));

        // When
        running.apply(profile("delivery: [{configMap: {name: app, mode: Merge}}]"));

        // Then
        assertTold(ConditionType.CONFIG_DELIVERED, "set the finalizer");
        assertThat(map("app").getData()).containsOnlyKeys("own");
        running.awaitProfile("shop", ConditionType.REDIS_AVAILABLE, Reason.CHECK_PASSED);
    }

    @Test
    void withoutTheRightToTakeTheFinalizerOffTheNewTargetIsWrittenAndTheServerServes() {
        // Given
        running.apply("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app}\ndata: {own: kept}\n");
        running.apply(profile("delivery: [{configMap: {name: app, mode: Merge}}]"));
        running.awaitReady("shop");
        refuse(request -> request.method().equals("PATCH") && request.path().endsWith("/cacheprofiles/shop"));

        // When
        running.apply(profile("delivery: [{configMap: {name: mine}}]"));

        // Then
        assertTold(ConditionType.CONFIG_DELIVERED, "take off the finalizer");
        assertThat(map("app").getData()).containsOnlyKeys("own");
        assertThat(map("mine").getData()).containsEntry("CACHE_TTL_USERS", "60");
        running.awaitProfile("shop", ConditionType.REDIS_AVAILABLE, Reason.CHECK_PASSED);
    }

    @Test
    void withoutTheRightToTakeAMapBackItKeepsItsKeysAndTheServerServes() {
        // Given
        running.apply(profile("delivery: [{configMap: {name: app}}]"));
        running.awaitReady("shop");
        running.apply(profile("delivery: [{configMap: {name: app, mode: Merge}}]"));
        running.awaitReady("shop");
        refuse(request -> request.method().equals("PATCH") && request.path().endsWith("/configmaps/app"));

        // When
        running.apply(profile("delivery: [{configMap: {name: app}}]"));

        // Then
        assertTold(ConditionType.CONFIG_DELIVERED, "ConfigMap \"app\"");
        assertThat(map("app").getData()).containsEntry("CACHE_TTL_USERS", "60");
        running.awaitProfile("shop", ConditionType.REDIS_AVAILABLE, Reason.CHECK_PASSED);
    }

    @Test
    void withoutTheRightToReadTheSecretTheTtlsAreDelivered() {
        // Given
        refuse(request -> request.method().equals("GET") && request.path().endsWith("/secrets/mine"));

        // When
        running.apply(profile("redis: {managed: {auth: {passwordFrom: {name: mine, key: password}}}}"));

        // Then
        assertTold(ConditionType.READY, "spec.redis.managed.auth.passwordFrom");
        running.awaitProfile("shop", ConditionType.CONFIG_DELIVERED, Reason.DELIVERED);
    }

    @Test
    void withoutTheRightToReadWhatAWatchDoesNotShowNothingIsTakenForLost() {
        // Given
        running.apply(profile(""));
        running.awaitReady("shop");
        Secret before = secret("shop-redis-server");
        refuse(request -> request.method().equals("GET") && request.path().contains("/secrets/shop-redis"));

        // When
        secrets("shop-redis-server").edit(secret -> {
            secret.getMetadata().getLabels().remove("app.kubernetes.io/managed-by");
            return secret;
        });
        running.apply(profile("delivery: [{configMap: {name: mine}}]"));

        // Then
        assertTold(ConditionType.READY, "may not see whether they are there");
        assertThat(secret("shop-redis-server").getData()).isEqualTo(before.getData());
        assertThat(map("mine").getData()).containsEntry("CACHE_TTL_USERS", "60");
        running.api.clearFaults();
        running.awaitReady("shop");
        assertThat(secret("shop-redis-server").getData()).isEqualTo(before.getData());
    }

    private Secret secret(String name) {
        return secrets(name).get();
    }

    private Resource<Secret> secrets(String name) {
        return running.client.secrets().inNamespace(EmbeddedApi.NAMESPACE).withName(name);
    }

    private void refuse(Predicate<Request> which) {
        running.api.failNext(
                ALWAYS,
                which.and(request -> request.userAgent().equals(RunningOperator.OPERATOR)),
                403,
                "Forbidden",
                WORDS);
    }

    private void assertTold(ConditionType type, String what) {
        assertThat(running.awaitProfile("shop", type, Reason.WRITE_REFUSED).message())
                .contains(what, WORDS);
    }

    private ConfigMap map(String name) {
        return running.client
                .configMaps()
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName(name)
                .get();
    }

    private static String profile(String spec) {
        return """
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: shop}
                spec:
                  ttls: {users: 60s}
                  %s
                """.formatted(spec);
    }
}
