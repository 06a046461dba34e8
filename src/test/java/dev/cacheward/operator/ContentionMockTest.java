package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.Request;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Controllers that undo what the operator writes: each write of theirs wakes the operator, and it writes no more than it may. */
@SuppressWarnings("try") // the controllers act by themselves until they are closed
class ContentionMockTest {
    private static final Duration QUIET = Duration.ofSeconds(8);
    private static final int AT_ONCE = 3;

    private RunningOperator running;

    @BeforeEach
    void start() {
        running = new RunningOperator(FrequentReconciliations.settings());
        running.apply(RunningOperator.SHOP);
        running.awaitReady("shop");
        running.awaitQuiet(Duration.ofSeconds(2));
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void aLabelThatAControllerSetsBackIsWrittenThreeTimesAndTold() {
        // When
        try (Controller controller = new Controller(
                () -> relabel(running.client.services().withName("shop-redis").get()))) {
            RunningOperator.soon()
                    .untilAsserted(
                            () -> assertThat(ready())
                                    .contains(
                                            "Service \"shop-redis\" does not stay as it is written:"
                                                    + " metadata.labels[app.kubernetes.io/component] is \"theirs\" instead of \"server\"."));

            // Then
            assertWritten(write -> write.path().endsWith("/services/shop-redis"));
            assertThat(running.counted("cacheward_drift_contended", "CacheProfile"))
                    .isEqualTo(1);
        }
    }

    @Test
    void anObjectThatAControllerDeletesIsMadeThreeTimesAndTold() {
        // When
        try (Controller controller = new Controller(
                () -> running.client.services().withName("shop-redis-pods").delete())) {
            running.awaitProfile("shop", ConditionType.READY, Reason.CONTESTED);

            // Then
            assertThat(ready())
                    .startsWith("Service \"shop-redis-pods\" does not stay as it is written: it is missing again.");
            assertWritten(write -> write.path().endsWith("/services/shop-redis-pods"));
        }
    }

    @Test
    void aDeliveredKeyThatAControllerSetsBackIsACauseOfItsDelivery() {
        // When
        try (Controller controller = new Controller(() -> running.client
                .configMaps()
                .withName("shop-cache")
                .edit(map -> {
                    map.getData().put("CACHE_TTL_USERS", "7");
                    return map;
                }))) {
            running.awaitProfile("shop", ConditionType.CONFIG_DELIVERED, Reason.CONTESTED);

            // Then
            assertThat(ready())
                    .contains("data.CACHE_TTL_USERS is \"7\" instead of \"60\".")
                    .doesNotContain("Warning:");
            assertWritten(write -> write.path().endsWith("/configmaps/shop-cache"));
        }
    }

    @Test
    void anObjectThatIsToBeGoneAndComesAgainIsDeletedThreeTimesAndTold() {
        // Given
        ConfigMap old = running.client.configMaps().withName("shop-cache").get();
        old.getMetadata().setResourceVersion(null);
        old.getMetadata().setUid(null);

        // When
        try (Controller controller =
                new Controller(() -> running.client.resource(old).create())) {
            running.apply(RunningOperator.SHOP.replace(
                    "spec:\n  ttls", "spec:\n  delivery: [{configMap: {name: elsewhere}}]\n  ttls"));
            RunningOperator.soon()
                    .untilAsserted(() -> assertThat(ready())
                            .contains("ConfigMap \"shop-cache\" does not stay as it is written: it is there again"));

            // Then
            assertWritten(
                    write -> write.method().equals("DELETE") && write.path().endsWith("/configmaps/shop-cache"));
        }
    }

    /** No more than the tries, and none in a time in which the operator looks several times. */
    private void assertWritten(Predicate<Request> ours) {
        RunningOperator.soon()
                .during(QUIET)
                .until(() -> running.writes().stream().filter(ours).count() <= AT_ONCE + 1 + 1);
    }

    private void relabel(Service service) {
        if (!"theirs".equals(service.getMetadata().getLabels().get("app.kubernetes.io/component"))) {
            running.client
                    .resource(new ServiceBuilder(service)
                            .editMetadata()
                            .addToLabels(Map.of("app.kubernetes.io/component", "theirs"))
                            .endMetadata()
                            .build())
                    .update();
        }
    }

    private String ready() {
        return Conditions.find(running.profile("shop").getStatus().conditions(), ConditionType.READY)
                .orElseThrow()
                .message();
    }
}
