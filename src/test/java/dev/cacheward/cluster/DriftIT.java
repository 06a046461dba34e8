package dev.cacheward.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is done to a child by hand is put back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DriftIT {
    private static final PatchContext BY_FORCE = new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager("somebody")
            .withForce(true)
            .build();

    private final KubernetesClient client = TestCluster.get().client();
    private TestNamespace namespace;

    @BeforeAll
    void create() {
        namespace = new TestNamespace("drift");
        namespace.apply(Manifests.managed("shop", Manifests.EVERYTHING));
    }

    @AfterAll
    void delete() {
        namespace.close();
    }

    @BeforeEach
    void ready() {
        namespace.awaitReady("shop");
    }

    /** A claim is spared: while a pod uses it, Kubernetes only marks it. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CLAIM")
    void aDeletedChildIsMadeAgain(Child child) {
        // Given
        HasMetadata before = child.in(namespace, "shop").get();

        // When
        child.in(namespace, "shop").delete();

        // Then
        TestNamespace.patiently()
                .until(() -> !child.in(namespace, "shop")
                        .get()
                        .getMetadata()
                        .getUid()
                        .equals(before.getMetadata().getUid()));
        assertThat(child.in(namespace, "shop").get().getMetadata().getOwnerReferences())
                .isEqualTo(before.getMetadata().getOwnerReferences());
    }

    @ParameterizedTest
    @EnumSource
    void strippedLabelsArePutBack(Child child) {
        // Given
        Map<String, String> labels =
                child.in(namespace, "shop").get().getMetadata().getLabels();

        // When
        strip(child.in(namespace, "shop"));

        // Then
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(
                                child.in(namespace, "shop").get().getMetadata().getLabels())
                        .containsAllEntriesOf(labels));
    }

    @ParameterizedTest
    @EnumSource(names = {"CACHE", "CONF"})
    void anEditedOrDeletedKeyOfAConfigMapIsPutBack(Child child) {
        // Given
        Map<String, String> data = namespace.configMap(child.name("shop")).getData();

        // When
        client.configMaps()
                .inNamespace(namespace.name())
                .withName(child.name("shop"))
                .edit(map -> {
                    map.getData().replaceAll((key, value) -> key.equals("CACHE_ENABLED") ? value : "edited");
                    map.getData().remove("CACHE_ENABLED");
                    return map;
                });

        // Then
        awaitData(child, data);
    }

    @ParameterizedTest
    @EnumSource(names = {"CACHE", "CONF"})
    void aKeyThatAnotherManagerForcesIsPutBack(Child child) {
        // Given
        Map<String, String> data = namespace.configMap(child.name("shop")).getData();
        String key = data.keySet().iterator().next();

        // When
        force("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + child.name("shop") + "}\ndata: {" + key
                + ": forced}");

        // Then
        awaitData(child, data);
    }

    @Test
    void anEditedConnectionIsPutBack() {
        // Given
        Map<String, String> data = namespace.secret("shop-redis").getData();

        // When
        client.secrets().inNamespace(namespace.name()).withName("shop-redis").edit(secret -> {
            secret.getData().put("host", "ZWxzZXdoZXJl");
            secret.getData().remove("uri");
            return secret;
        });

        // Then
        TestNamespace.patiently()
                .untilAsserted(() ->
                        assertThat(namespace.secret("shop-redis").getData()).isEqualTo(data));
    }

    @Test
    void anEditedPasswordIsPutBackInBothSecrets() {
        // Given
        Map<String, String> binding = namespace.secret("shop-redis").getData();
        Map<String, String> environment = namespace.secret("shop-redis-env").getData();

        // When
        Resource<Secret> edited = client.secrets().inNamespace(namespace.name()).withName("shop-redis");
        edited.edit(secret -> {
            secret.getData().put("password", "bXkgb3du");
            return secret;
        });

        // Then
        TestNamespace.patiently().until(() -> edited.get().getData().equals(binding));
        assertThat(namespace.secret("shop-redis-env").getData()).isEqualTo(environment);
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
        force("apiVersion: v1\nkind: Service\nmetadata: {name: shop-redis}\n"
                + "spec: {ports: [{name: more, port: 7001, protocol: TCP}]}");

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

    private <T extends HasMetadata> void strip(Resource<T> resource) {
        resource.edit(object -> {
            object.getMetadata().setLabels(Map.of());
            return object;
        });
    }

    private void force(String manifest) {
        client.load(new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8)))
                .items()
                .forEach(object -> {
                    object.getMetadata().setNamespace(namespace.name());
                    client.resource(object).patch(BY_FORCE, object);
                });
    }

    private void awaitData(Child child, Map<String, String> data) {
        TestNamespace.patiently()
                .untilAsserted(
                        () -> assertThat(namespace.configMap(child.name("shop")).getData())
                                .isEqualTo(data));
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
