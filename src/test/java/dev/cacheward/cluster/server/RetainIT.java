package dev.cacheward.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cluster.rig.ApplicationConnection;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestNamespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.dsl.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the data volume when its profile goes. */
class RetainIT {
    private static final String PERSISTENT = "persistence: {mode: AppendOnly, size: 64Mi}";
    private static final String RETAINED = "cacheward.dev/retained-profile";

    private TestNamespace namespace;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("retain");
    }

    @AfterEach
    void delete() {
        namespace.close();
    }

    @Test
    void aRetainedVolumeIsTakenUpAgainWithItsData() {
        // Given
        applyReady("Retain");
        ApplicationConnection.ask(ApplicationConnection.url(namespace, "shop"), redis -> redis.set("cart", "full"));
        String claim = claim().get().getMetadata().getUid();
        namespace.resource(CacheProfile.class, "shop").delete();
        TestNamespace.patiently().until(() -> namespace.redisPod("shop").isEmpty());
        assertThat(claim().get().getMetadata().getOwnerReferences()).isEmpty();
        assertThat(claim().get().getMetadata().getLabels()).containsEntry(RETAINED, "shop");

        // When
        applyReady("Retain");

        // Then
        assertThat(claim().get().getMetadata().getUid()).isEqualTo(claim);
        assertThat(ApplicationConnection.<String>ask(
                        ApplicationConnection.url(namespace, "shop"), redis -> redis.get("cart")))
                .isEqualTo("full");
    }

    @Test
    void aVolumeIsDeletedWithItsProfileByDefault() {
        // Given
        namespace.apply(ResourceManifests.managed("shop", PERSISTENT));
        namespace.awaitReady("shop");

        // When
        namespace.resource(CacheProfile.class, "shop").delete();

        // Then
        TestNamespace.patiently().until(() -> claim().get() == null);
    }

    @Test
    void theOwnerReferenceFollowsTheDeletionPolicyOfALiveProfile() {
        // Given
        applyReady("Delete");
        String pod = namespace.redisPod("shop").orElseThrow().getMetadata().getUid();
        assertThat(claim().get().getMetadata().getOwnerReferences()).hasSize(1);

        // When
        applyReady("Retain");

        // Then
        awaitOwners(0);
        assertThat(claim().get().getMetadata().getLabels()).containsEntry(RETAINED, "shop");
        applyReady("Delete");
        awaitOwners(1);
        assertThat(claim().get().getMetadata().getLabels()).doesNotContainKey(RETAINED);
        assertThat(namespace.redisPod("shop").orElseThrow().getMetadata().getUid())
                .isEqualTo(pod);
    }

    private void applyReady(String deletionPolicy) {
        namespace.apply(
                ResourceManifests.profile("shop", "users: 60s", PERSISTENT, "deletionPolicy: " + deletionPolicy));
        namespace.awaitReady("shop");
    }

    private void awaitOwners(int count) {
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(claim().get().getMetadata().getOwnerReferences())
                        .hasSize(count));
    }

    private Resource<PersistentVolumeClaim> claim() {
        return namespace.resource(PersistentVolumeClaim.class, "shop-redis-data");
    }
}
