package dev.cacheward.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecreatedResourceEventSourceTest {
    private final Map<ResourceID, ConfigMap> cache = new ConcurrentHashMap<>();
    private final List<String> looks = new CopyOnWriteArrayList<>();
    private final RecreatedResourceEventSource<ConfigMap> recreated = new RecreatedResourceEventSource<>();

    @BeforeEach
    void start() {
        recreated.setEventHandler(
                event -> looks.add(event.getRelatedCustomResourceID().getName()));
        recreated.start();
    }

    @AfterEach
    void stop() {
        recreated.stop();
    }

    @Test
    void oneThatIsSeenOnlyAfterTheDeletionIsReconciledToo() {
        // Given
        expect("shop");

        // When
        cache.put(ResourceID.fromResource(named("shop")), named("shop"));

        // Then
        await().atMost(Duration.ofSeconds(30)).until(() -> looks.contains("shop"));
    }

    @Test
    void whatNobodyTakesThePlaceOfIsNotReconciled() {
        // Given
        cache.put(ResourceID.fromResource(named("shop")), named("shop"));

        // When: the reconciliations come in this order
        expect("none");
        expect("shop");

        // Then
        await().atMost(Duration.ofSeconds(30)).until(() -> looks.contains("shop"));
        assertThat(looks).doesNotContain("none");
    }

    private void expect(String name) {
        recreated.expect(named(name), id -> Optional.ofNullable(cache.get(id)));
    }

    private static ConfigMap named(String name) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("team")
                .endMetadata()
                .build();
    }
}
