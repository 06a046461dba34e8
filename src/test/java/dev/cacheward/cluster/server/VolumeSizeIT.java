package dev.cacheward.cluster.server;

import static dev.cacheward.cluster.server.PersistenceYaml.persistent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cacheward.cluster.rig.EditedProfile;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a volume has is read from its claim's status; what the claim requests is only a wish, whoever made it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VolumeSizeIT {
    private final KubernetesClient client = TestCluster.get().client();
    private TestNamespace namespace;

    @BeforeAll
    void open() {
        namespace = new TestNamespace("volume-size");
    }

    @AfterAll
    void delete() {
        namespace.close();
        client.persistentVolumes().withName(stuckName()).delete();
        client.storage().v1().storageClasses().withName(stuckName()).delete();
    }

    @Test
    void aClaimThatAnotherGrewHoldsNothingBackAndStaysAsItIs() {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "grown");
        profile.applyAndAwaitReady(persistent("Snapshot", "64Mi"));
        request("grown", "128Mi");

        // When
        profile.apply(persistent("Snapshot", "64Mi"), "6m");

        // Then
        TestNamespace.patiently()
                .untilAsserted(
                        () -> assertThat(namespace.configMap("grown-cache").getData())
                                .containsEntry("CACHE_TTL_PAGE", "360"));
        profile.awaitReady();
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(namespace.message("grown", ConditionType.READY))
                        .contains("persistence.size is 64Mi", "request 128Mi, which stays"));
        assertThat(requested("grown")).isEqualTo("128Mi");
        assertRefused(profile, persistent("Snapshot", "32Mi"), "from '64Mi' to '32Mi': the volume has 128Mi");

        // When: the author follows
        profile.applyAndAwaitReady(persistent("Snapshot", "128Mi"));

        // Then
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(namespace.message("grown", ConditionType.READY))
                        .doesNotContain("Warning"));
    }

    @Test
    void aGrowthThatNobodyCarriesOutIsSaidAndCanBeTakenBackByTheAuthorAndByHand() {
        // Given
        volumeThatNobodyGrows("stuck");
        EditedProfile profile = new EditedProfile(namespace, "stuck");
        profile.applyAndAwaitReady(stuck("1Gi"));

        // When
        profile.apply(stuck("100Gi"));

        // Then
        TestNamespace.patiently().until(() -> requested("stuck").equals("100Gi"));
        profile.awaitReady();
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(namespace.message("stuck", ConditionType.READY))
                        .contains("has 1Gi and not yet the 100Gi", "nothing has begun to grow it"));

        // When: by hand
        request("stuck", "3Gi");
        profile.apply(stuck("100Gi"), "6m");

        // Then
        TestNamespace.patiently()
                .untilAsserted(
                        () -> assertThat(namespace.configMap("stuck-cache").getData())
                                .containsEntry("CACHE_TTL_PAGE", "360"));
        assertThat(requested("stuck")).isEqualTo("3Gi");

        // When: by the author
        profile.apply(stuck("2Gi"));

        // Then
        TestNamespace.patiently().until(() -> requested("stuck").equals("2Gi"));
        assertRefused(profile, stuck("512Mi"), "from '2Gi' to '512Mi': the volume has 1Gi");
    }

    private static void assertRefused(EditedProfile profile, String managed, String words) {
        assertThatThrownBy(() -> profile.apply(managed))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining(words);
    }

    private String stuck(String size) {
        return "{persistence: {mode: Snapshot, size: " + size + ", storageClassName: " + stuckName() + "}}";
    }

    private String stuckName() {
        return namespace.name() + "-stuck";
    }

    /** A class whose driver is nobody, and a volume of it that was made by hand. */
    private void volumeThatNobodyGrows(String profile) {
        client.load(new java.io.ByteArrayInputStream("""
                apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata: {name: %1$s}
                provisioner: nobody.example
                allowVolumeExpansion: true
                ---
                apiVersion: v1
                kind: PersistentVolume
                metadata: {name: %1$s}
                spec:
                  capacity: {storage: 1Gi}
                  accessModes: [ReadWriteOnce]
                  storageClassName: %1$s
                  claimRef: {namespace: %2$s, name: %3$s-redis-data}
                  hostPath: {path: /tmp/%1$s, type: DirectoryOrCreate}
                """.formatted(stuckName(), namespace.name(), profile)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .create();
        FolderOnTheNode.makeForEverybody(client, "/tmp/" + stuckName());
    }

    private void request(String profile, String size) {
        TestNamespace.patiently()
                .until(() -> namespace
                                .resource(PersistentVolumeClaim.class, profile + "-redis-data")
                                .edit(claim -> new PersistentVolumeClaimBuilder(claim)
                                        .editSpec()
                                        .editResources()
                                        .addToRequests("storage", new Quantity(size))
                                        .endResources()
                                        .endSpec()
                                        .build())
                        != null);
    }

    private String requested(String profile) {
        return namespace
                .resource(PersistentVolumeClaim.class, profile + "-redis-data")
                .get()
                .getSpec()
                .getResources()
                .getRequests()
                .get("storage")
                .toString();
    }
}
