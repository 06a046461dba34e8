package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cacheward.runtime.Settings;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Request;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** An operator that starts without the right to list or watch something. */
@Execution(ExecutionMode.CONCURRENT)
class UnsyncedCacheMockTest {
    private static final int ALWAYS = 1_000_000;
    private static final String WORDS = "User \"operator\" cannot list this";

    private RunningOperator running;

    @BeforeEach
    void start() {
        running = new RunningOperator();
        running.apply(RunningOperator.SHOP);
        running.awaitReady("shop");
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void secretsThatCannotBeSeenAreNotTakenForLostAndTheMissingRightIsNamed() {
        // Given
        Map<String, String> passwords = secret();

        // When
        running.restartOperator(() -> {
            running.api.clearRequests();
            refuse(request -> request.path().endsWith("/secrets"));
        });

        // Then
        assertThat(running.awaitProfile("shop", ConditionType.READY, Reason.WRITE_REFUSED)
                        .message())
                .contains("secrets", WORDS);
        assertThat(running.writesOfLooks()).extracting(Request::path).allMatch(path -> path.endsWith("/status"));
        RunningOperator.soon()
                .untilAsserted(() -> assertThat(running.metrics()).contains("cacheward_watches_missing 1.0"));
        running.api.clearFaults();
        running.awaitReady("shop");
        assertThat(secret()).isEqualTo(passwords);
    }

    @Test
    void aNamespaceThatIsGoneKeepsTheOthersNotFromBeingServed() {
        // Given
        refuse(request -> request.path().contains("/namespaces/gone/"));
        Settings settings = settings("default,gone");
        running.restartOperator(settings, () -> running.api.clearRequests());

        // When
        running.apply(RunningOperator.SHOP.replace("60s", "90s"));

        // Then
        running.awaitReady("shop");
        assertThat(running.client
                        .configMaps()
                        .inNamespace(EmbeddedApi.NAMESPACE)
                        .withName("shop-cache")
                        .get()
                        .getData())
                .containsEntry("CACHE_TTL_USERS", "90");
    }

    @Test
    void credentialsThatAreNotAcceptedEndTheStart() {
        // Given
        running.api.failNext(ALWAYS, request -> true, 401, "Unauthorized", "Unauthorized");
        KubernetesClient stranger = running.api.client("a-stranger");
        Settings settings = Settings.defaults();

        // Then
        try (Instruments instruments = Instruments.create(settings)) {
            assertThatThrownBy(() -> CachewardOperator.start(
                            Connections.of(stranger, settings),
                            settings,
                            Clock.systemUTC(),
                            instruments,
                            Lifecycle.alone()))
                    .hasStackTraceContaining("Unauthorized");
        }
    }

    private void refuse(Predicate<Request> which) {
        running.api.failNext(
                ALWAYS,
                which.and(request -> request.userAgent().equals(RunningOperator.OPERATOR)),
                403,
                "Forbidden",
                WORDS);
    }

    private Map<String, String> secret() {
        return running.client
                .secrets()
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName("shop-redis")
                .get()
                .getData();
    }

    private static Settings settings(String namespaces) {
        return RunningOperator.settings(Map.of("CACHEWARD_NAMESPACES", namespaces));
    }
}
