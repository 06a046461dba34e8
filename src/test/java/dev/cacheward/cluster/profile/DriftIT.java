package dev.cacheward.cluster.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.ForeignFieldManager;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A child that is deleted by hand is made again; what is done to its labels and its data is put back, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DriftIT {
    private static final ForeignFieldManager SOMEBODY = new ForeignFieldManager("somebody");

    private final KubernetesClient client = TestCluster.get().client();
    private TestNamespace namespace;

    @BeforeAll
    void create() {
        namespace = new TestNamespace("drift");
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

    /** A claim is spared: while a pod uses it, Kubernetes only marks it. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CLAIM")
    void aDeletedChildIsMadeAgain(ProfileChild child) {
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
    void strippedLabelsArePutBackAndTheContentStays(ProfileChild child) {
        // Given
        HasMetadata before = child.in(namespace, "shop").get();
        Map<String, String> labels = before.getMetadata().getLabels();

        // When
        strip(child.in(namespace, "shop"));

        // Then
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(
                                child.in(namespace, "shop").get().getMetadata().getLabels())
                        .containsAllEntriesOf(labels));
        HasMetadata after = child.in(namespace, "shop").get();
        assertThat(after.getMetadata().getAnnotations())
                .containsAllEntriesOf(before.getMetadata().getAnnotations());
        assertThat(data(after)).isEqualTo(data(before));
    }

    @ParameterizedTest
    @EnumSource(names = {"CACHE", "CONF"})
    void anEditedOrDeletedKeyOfAConfigMapIsPutBack(ProfileChild child) {
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
    void aKeyThatAnotherManagerForcesIsPutBack(ProfileChild child) {
        // Given
        Map<String, String> data = namespace.configMap(child.name("shop")).getData();
        String key = data.keySet().iterator().next();

        // When
        String forced = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + child.name("shop") + "}\ndata: {" + key
                + ": forced}";
        SOMEBODY.apply(client, namespace.name(), forced);

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

    private <T extends HasMetadata> void strip(Resource<T> resource) {
        resource.edit(object -> {
            object.getMetadata().setLabels(Map.of());
            return object;
        });
    }

    private JsonNode data(HasMetadata object) {
        KubernetesSerialization json = client.getKubernetesSerialization();
        return json.unmarshal(json.asJson(object), JsonNode.class).path("data");
    }

    private void awaitData(ProfileChild child, Map<String, String> data) {
        TestNamespace.patiently()
                .untilAsserted(
                        () -> assertThat(namespace.configMap(child.name("shop")).getData())
                                .isEqualTo(data));
    }
}
