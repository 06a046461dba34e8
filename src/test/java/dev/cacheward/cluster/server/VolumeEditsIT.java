package dev.cacheward.cluster.server;

import static dev.cacheward.cluster.server.PersistenceYaml.persistent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cacheward.cluster.rig.EditedProfile;
import dev.cacheward.cluster.rig.RecordedPods;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An edit of the volume makes it larger or is refused; neither costs a key. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VolumeEditsIT {
    private TestNamespace namespace;

    @BeforeAll
    void open() {
        namespace = new TestNamespace("volume");
    }

    @AfterAll
    void delete() {
        namespace.close();
    }

    @Test
    void aVolumeGrowsUnderTheRunningServer() {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "grows");
        profile.applyAndAwaitReady(persistent("Snapshot", "64Mi"));
        profile.redis().asApplication("SET", "kept", "1");

        try (RecordedPods pods = profile.watchPods()) {
            // When
            profile.applyAndAwaitReady(persistent("Snapshot", "128Mi"));

            // Then
            TestNamespace.patiently()
                    .until(() -> claim("grows")
                            .getStatus()
                            .getCapacity()
                            .get("storage")
                            .toString()
                            .equals("128Mi"));
            assertThat(pods.until(profile.podUid())).containsExactly(profile.podUid());
        }
        assertThat(profile.redis().asApplication("GET", "kept")).isEqualTo("1");
    }

    @Test
    void aVolumeNeitherShrinksNorChangesItsClassAlsoByWayOfNone() {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "fixed");
        profile.applyAndAwaitReady(persistent("Snapshot", "64Mi"));
        profile.redis().asApplication("SET", "kept", "1");
        String volume = claim("fixed").getSpec().getVolumeName();

        // When
        assertRefused(profile, persistent("Snapshot", "32Mi"), "from '64Mi' to '32Mi': the volume has 64Mi");
        assertRefused(
                profile,
                "{persistence: {mode: Snapshot, size: 64Mi, storageClassName: other}}",
                "storageClassName must not change");
        String smaller = byWayOfNone(profile, persistent("Snapshot", "32Mi"));
        String other = byWayOfNone(profile, "{persistence: {mode: Snapshot, storageClassName: other}}");
        profile.applyAndAwaitReady("{}");

        // Then
        assertThat(smaller).contains("\"32Mi\"").contains("allowed is 64Mi or more");
        assertThat(other)
                .contains("\"other\"")
                .contains("allowed is \"" + claim("fixed").getSpec().getStorageClassName() + "\"");
        assertThat(claim("fixed").getSpec().getVolumeName()).isEqualTo(volume);
        assertThat(profile.redis().asApplication("GET", "kept")).isEqualTo("1");
    }

    private static void assertRefused(EditedProfile profile, String managed, String words) {
        assertThatThrownBy(() -> profile.apply(managed))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining(words);
    }

    /** Without persistence first, so that the API server has nothing to compare with; returns what the status then says. */
    private static String byWayOfNone(EditedProfile profile, String managed) {
        profile.applyAndAwaitReady("{}");
        profile.apply(managed);
        return profile.awaitNotReady(Reason.INVALID_SPEC);
    }

    private PersistentVolumeClaim claim(String profile) {
        return TestCluster.get()
                .client()
                .persistentVolumeClaims()
                .inNamespace(namespace.name())
                .withName(profile + "-redis-data")
                .get();
    }
}
