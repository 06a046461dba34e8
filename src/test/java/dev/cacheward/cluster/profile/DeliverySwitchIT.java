package dev.cacheward.cluster.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A delivery that moves from one ConfigMap to another leaves no moment without a complete one. */
class DeliverySwitchIT {
    private final List<String> events = new CopyOnWriteArrayList<>();
    private TestNamespace namespace;
    private Watch watch;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("switch");
    }

    @AfterEach
    void delete() {
        watch.close();
        namespace.close();
    }

    @Test
    void theNewMapIsCompleteBeforeTheOldOneGoes() {
        // Given
        namespace.apply(ResourceManifests.profile("shop"));
        namespace.awaitReady("shop");
        String settings = "delivery: [{configMap: {name: settings}}]";
        watch = watch();

        // When
        namespace.apply(ResourceManifests.profile("shop", "users: 60s", "", settings));

        // Then
        TestNamespace.patiently().until(() -> events.contains("DELETED shop-cache 2"));
        assertThat(events).containsExactly("ADDED settings 2", "DELETED shop-cache 2");
        assertThat(namespace.awaitReady("shop").getStatus().delivered())
                .singleElement()
                .matches(delivered -> delivered.target().equals("settings"));
    }

    private Watch watch() {
        return TestCluster.get()
                .client()
                .configMaps()
                .inNamespace(namespace.name())
                .withResourceVersion(latest())
                .watch(new Watcher<>() {
                    @Override
                    public void eventReceived(Action action, ConfigMap map) {
                        String name = map.getMetadata().getName();
                        if (!name.equals("kube-root-ca.crt")) {
                            events.add(action + " " + name + " " + map.getData().size());
                        }
                    }

                    @Override
                    public void onClose(WatcherException cause) {
                        // The events are then missing.
                    }
                });
    }

    private String latest() {
        return TestCluster.get()
                .client()
                .configMaps()
                .inNamespace(namespace.name())
                .list()
                .getMetadata()
                .getResourceVersion();
    }
}
