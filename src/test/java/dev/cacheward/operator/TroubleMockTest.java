package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a resource says when something stands in its way, and that it heals when that is gone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TroubleMockTest {
    private static final int ALWAYS = 1_000_000;

    private RunningOperator running;

    @BeforeAll
    void start() {
        running = new RunningOperator();
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void aWriteThatTheApiServerRefusesIsToldInItsWords() {
        // Given
        running.api.failNext(
                ALWAYS,
                request -> request.isWrite() && request.path().endsWith("/statefulsets/refused-redis"),
                403,
                "Forbidden",
                "exceeded quota: small");

        // When
        running.apply(shop("refused"));

        // Then
        Condition ready = running.awaitProfile("refused", ConditionType.READY, Reason.WRITE_REFUSED);
        assertThat(ready.message()).contains("StatefulSet").contains("exceeded quota: small");
        running.api.clearFaults();
        running.awaitReady("refused");
    }

    @Test
    void whatTheOperatorCannotCopeWithIsAdmittedAndGoesAway() {
        assertAdmitted("broken", 404, Reason.INTERNAL_ERROR, "see the operator's log");
    }

    @Test
    void whatTheApiServerFailsAtIsToldInItsWordsAndGoesAway() {
        assertAdmitted("hooked", 500, Reason.WRITE_REFUSED, "The API server fails at what has to be done here: away.");
    }

    private void assertAdmitted(String name, int code, Reason reason, String words) {
        // Given
        running.api.failNext(
                ALWAYS,
                request -> request.isWrite() && request.path().endsWith("/configmaps/" + name + "-limits"),
                code,
                "Failure",
                "away.");

        // When
        running.apply(shop(name));

        // Then
        AwaitedConditions.unknown(() -> running.policy(name), reason);
        assertThat(running.awaitPolicy(name, ConditionType.READY, reason).message())
                .contains(words);
        running.api.clearFaults();
        running.awaitPolicy(name, ConditionType.READY, Reason.READY);
    }

    @Test
    void whatADeletedResourceOfTheSameNameLeftIsWaitedFor() {
        // Given
        running.apply("""
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: heir-cache
                  finalizers: [tests/slow-to-go]
                  ownerReferences:
                  - {apiVersion: cacheward.dev/v1alpha1, kind: CacheProfile, name: heir, uid: somebody-else, controller: true}
                """);

        // When
        running.apply(shop("heir"));
        running.awaitProfile("heir", ConditionType.READY, Reason.AWAITING_DELETION);
        running.client
                .configMaps()
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName("heir-cache")
                .edit(map -> new ConfigMapBuilder(map)
                        .editMetadata()
                        .withFinalizers()
                        .endMetadata()
                        .build());

        // Then
        running.awaitReady("heir");
    }

    @Test
    void aForeignConfigMapIsLeftAloneAndItsNameIsTakenWhenItGoes() {
        // Given
        running.apply("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: theirs-cache}
                data: {mine: "1"}
                """);
        String before = configMap("theirs-cache").getMetadata().getResourceVersion();

        // When
        running.apply(shop("theirs"));
        Condition stalled = running.awaitProfile("theirs", ConditionType.STALLED, Reason.NAME_CONFLICT);

        // Then
        assertThat(stalled.message()).contains("ConfigMap \"theirs-cache\"");
        assertThat(configMap("theirs-cache").getMetadata().getResourceVersion()).isEqualTo(before);
        running.client.resource(configMap("theirs-cache")).delete();
        running.awaitReady("theirs");
    }

    @Test
    void aMissingOrUnusablePasswordIsToldAndTheProfileHealsWhenItCanBeUsed() {
        // Given
        running.apply("""
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: secretive}
                spec:
                  ttls: {users: 60s}
                  redis: {managed: {auth: {passwordFrom: {name: mine, key: password}}}}
                """);
        Condition stalled = running.awaitProfile("secretive", ConditionType.STALLED, Reason.SECRET_NOT_FOUND);
        assertThat(stalled.message()).contains("there is no Secret \"mine\"");

        // When
        running.apply(secret("with-a-newline\\n"));
        running.awaitProfile("secretive", ConditionType.STALLED, Reason.INVALID_PASSWORD);
        running.apply(secret("p ä$%'"));

        // Then
        running.awaitReady("secretive");
    }

    @Test
    void anInvalidEditKeepsTheLastDeliveryAndNamesFieldAndValue() {
        // Given
        running.apply(shop("kept"));
        running.awaitReady("kept");

        // When
        running.apply(shop("kept").replace("60s", "400d"));
        Condition stalled = running.awaitProfile("kept", ConditionType.STALLED, Reason.INVALID_SPEC);

        // Then
        assertThat(stalled.message()).contains("spec.ttls.users").contains("400d");
        assertThat(configMap("kept-cache").getData()).containsEntry("CACHE_TTL_USERS", "60");
        running.awaitProfile("kept", ConditionType.REDIS_AVAILABLE, Reason.CHECK_PASSED);
    }

    private ConfigMap configMap(String name) {
        return running.client
                .configMaps()
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName(name)
                .get();
    }

    private static String secret(String password) {
        return """
                apiVersion: v1
                kind: Secret
                metadata: {name: mine}
                data: {password: "%s"}
                """.formatted(Base64.getEncoder()
                .encodeToString(password.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8)));
    }

    private static String shop(String name) {
        return RunningOperator.SHOP.replace("shop", name);
    }
}
