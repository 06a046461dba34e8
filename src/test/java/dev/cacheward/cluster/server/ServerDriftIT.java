package dev.cacheward.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.ForeignFieldManager;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is done by hand to how the server runs, and to how it is reached, is put back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerDriftIT {
    private static final ForeignFieldManager SOMEBODY = new ForeignFieldManager("somebody");

    private final KubernetesClient client = TestCluster.get().client();
    private TestNamespace namespace;

    @BeforeAll
    void create() {
        namespace = new TestNamespace("server-drift");
        namespace.apply(ResourceManifests.managed("shop", ResourceManifests.EVERYTHING));
    }

    @AfterAll
    void delete() {
        namespace.close();
    }

    @BeforeEach
    void ready() {
        namespace.awaitReady("shop");
    }

    @Test
    void anEditedPortOfTheServiceIsPutBack() {
        // When
        client.services().inNamespace(namespace.name()).withName("shop-redis").edit(service -> {
            service.getSpec().getPorts().get(0).setPort(7000);
            return service;
        });

        // Then
        awaitPort();
    }

    @Test
    void aPortThatAnotherManagerAddsToTheServiceIsTakenAway() {
        // When
        String forced = "apiVersion: v1\nkind: Service\nmetadata: {name: shop-redis}\n"
                + "spec: {ports: [{name: more, port: 7001, protocol: TCP}]}";
        SOMEBODY.apply(client, namespace.name(), forced);

        // Then
        awaitPort();
    }

    @Test
    void aServerScaledToNothingIsPutBack() {
        // When
        client.apps()
                .statefulSets()
                .inNamespace(namespace.name())
                .withName("shop-redis")
                .scale(0);

        // Then
        TestNamespace.patiently()
                .until(() -> statefulSet().getSpec().getReplicas() == 1
                        && statefulSet().getStatus().getReadyReplicas() == 1);
    }

    @Test
    void anImageEditedByHandIsPutBack() {
        // Given
        String image = image();

        // When
        client.apps()
                .statefulSets()
                .inNamespace(namespace.name())
                .withName("shop-redis")
                .edit(set -> {
                    set.getSpec().getTemplate().getSpec().getContainers().get(0).setImage("localhost/else:1");
                    return set;
                });

        // Then
        TestNamespace.patiently().until(() -> image().equals(image));
        namespace.awaitReady("shop");
    }

    private void awaitPort() {
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(namespace
                                .resource(Service.class, "shop-redis")
                                .get()
                                .getSpec()
                                .getPorts())
                        .extracting(port -> port.getPort())
                        .containsExactly(6379));
    }

    private StatefulSet statefulSet() {
        return namespace.resource(StatefulSet.class, "shop-redis").get();
    }

    private String image() {
        return statefulSet()
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .getImage();
    }
}
