package dev.cacheward.operator;

import static dev.cacheward.operator.RestartManifests.deployment;
import static dev.cacheward.operator.RestartManifests.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.ResourceAnnotations;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Request;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A changed connection restarts the workloads once, after the server; nothing else about the connection does. */
@Execution(ExecutionMode.CONCURRENT)
class RotationMockTest {
    private static final String ANNOTATION = "profile.cacheward.dev/shop";

    private RunningOperator running;
    private RestartMarks marks;
    private Optional<String> first;

    @BeforeEach
    void start() {
        running = new RunningOperator();
        marks = new RestartMarks(running.client);
        password("first-password-0001");
        running.apply(deployment("back"));
        running.apply(own(""));
        running.awaitReady("shop");
        first = marks.awaitNew("back", ANNOTATION, Optional.empty());
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void aNewPasswordRestartsOnceAndAfterTheServer() {
        // When
        password("second-password-0002");
        running.apply(own("1"));

        // Then
        Optional<String> second = marks.awaitNew("back", ANNOTATION, first);
        assertThat(running.writes())
                .extracting(Request::path)
                .filteredOn(path -> path.endsWith("/deployments/back") || path.endsWith("/statefulsets/shop-redis"))
                .endsWith(
                        "/apis/apps/v1/namespaces/default/statefulsets/shop-redis",
                        "/apis/apps/v1/namespaces/default/deployments/back");
        assertSteady(second);
        assertThat(running.told("shop")).containsOnlyOnce("CacheProfile PasswordChanged");
    }

    @Test
    void aDeletedConnectionWithAPasswordOfTheAuthorIsTheSameConnection() {
        // Given
        String uid = secret("shop-redis").get().getMetadata().getUid();

        // When
        secret("shop-redis").delete();

        // Then
        RunningOperator.soon()
                .until(() -> !secret("shop-redis").get().getMetadata().getUid().equals(uid));
        assertSteady(first);
    }

    @Test
    void aGeneratedPasswordThatIsDeletedRestartsOnce() {
        // Given
        running.apply(profile("shop", "60s", "back"));
        running.awaitReady("shop");
        Optional<String> before = marks.read("back", ANNOTATION);

        // When
        secret("shop-redis").delete();

        // Then
        assertSteady(marks.awaitNew("back", ANNOTATION, before));
    }

    /** The earlier release wrote neither the revision nor its part of the mark. */
    @ParameterizedTest
    @CsvSource({"false", "true"})
    void anUpgradeRestartsNothingAndTheNextPasswordDoes(boolean otherHost) {
        // Given
        String earlier = first.orElseThrow().split("[.]")[0];
        running.restartOperator(() -> {
            forgetRevision("shop-redis", otherHost);
            forgetRevision("shop-redis-env", otherHost);
            mark(earlier);
        });
        running.apply(own("2"));
        assertSteady(Optional.of(earlier));

        // When
        password("second-password-0002");
        running.apply(own("3"));

        // Then
        assertSteady(marks.awaitNew("back", ANNOTATION, Optional.of(earlier)));
    }

    private void assertSteady(Optional<String> mark) {
        RunningOperator.soon()
                .during(Duration.ofSeconds(7))
                .until(() -> marks.read("back", ANNOTATION).equals(mark));
    }

    /** The profile with a password of the author's; another token is a call. */
    private static String own(String token) {
        return profile("shop", "60s", "back")
                        .replace(
                                "{name: shop}",
                                "{name: shop, annotations: {" + ResourceAnnotations.RECONCILE + ": \"" + token + "\"}}")
                + "  redis: {managed: {auth: {passwordFrom: {name: pw, key: password}}}}\n";
    }

    private void password(String text) {
        running.apply("apiVersion: v1\nkind: Secret\nmetadata: {name: pw}\ndata: {password: " + base64(text) + "}\n");
    }

    private void forgetRevision(String name, boolean otherHost) {
        secret(name).edit(secret -> {
            secret.getMetadata().getAnnotations().remove(Labels.CONNECTION);
            if (otherHost) {
                secret.getData()
                        .replaceAll((key, value) -> key.endsWith("HOST") ? base64("shop-redis.default") : value);
            }
            return secret;
        });
    }

    private void mark(String text) {
        running.client.apps().deployments().withName("back").edit(deployment -> {
            deployment.getSpec().getTemplate().getMetadata().setAnnotations(Map.of(ANNOTATION, text));
            return deployment;
        });
    }

    private Resource<Secret> secret(String name) {
        return running.client.secrets().inNamespace(EmbeddedApi.NAMESPACE).withName(name);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
