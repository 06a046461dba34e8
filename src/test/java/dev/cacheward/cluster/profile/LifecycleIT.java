package dev.cacheward.cluster.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.ResourceVersions;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A profile takes everything with it, and its successor of the same name starts with nothing of it. */
class LifecycleIT {
    private static final int TIMES = 10;

    private TestNamespace namespace;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("lifecycle");
    }

    @AfterEach
    void delete() {
        namespace.close();
    }

    @Test
    void deletionRemovesEverythingOfTheProfile() {
        // Given
        namespace.apply(ResourceManifests.managed("shop", ResourceManifests.EVERYTHING) + "---\n"
                + ResourceManifests.policy("shop", "shop", "query: 20/minute"));
        namespace.awaitReady("shop");

        // When
        TestCluster.get()
                .client()
                .resources(CacheProfile.class)
                .inNamespace(namespace.name())
                .delete();
        TestCluster.get().client().resource(namespace.policy("shop")).delete();

        // Then
        awaitEmpty();
    }

    @Test
    void deletionInTheMidstOfCreationRemovesEverything() {
        // Given
        List<String> names =
                IntStream.range(0, TIMES).mapToObj(i -> "shop-" + i).toList();

        // When
        names.forEach(name -> {
            namespace.apply(ResourceManifests.profile(name));
            namespace.resource(CacheProfile.class, name).delete();
        });

        // Then
        awaitEmpty();
    }

    @Test
    void aSuccessorOfTheSameNameOwnsEverythingAfterADeletionAtOnce() {
        // Given
        namespace.apply(ResourceManifests.managed("shop", ResourceManifests.EVERYTHING));
        namespace.awaitReady("shop");
        String published = namespace.secret("shop-redis", "password");

        // When
        for (int i = 0; i < TIMES; i++) {
            namespace.resource(CacheProfile.class, "shop").delete();
            namespace.apply(ResourceManifests.managed("shop", ResourceManifests.EVERYTHING));
        }

        // Then
        String uid = namespace.awaitReady("shop").getMetadata().getUid();
        ResourceVersions.settled(namespace);
        assertThat(ResourceVersions.objects(namespace)
                        .filter(object -> !object.getKind().equals("CacheProfile")))
                .as("%s", ResourceVersions.of(namespace))
                .hasSize(ProfileChild.values().length)
                .allSatisfy(object -> assertThat(owners(object)).containsExactly(uid));
        assertThat(namespace.secret("shop-redis", "password")).isNotEqualTo(published);
        namespace.awaitReady("shop");
    }

    @Test
    void aSuccessorAfterEachReadyPredecessorBecomesReady() {
        for (int i = 0; i < TIMES; i++) {
            // Given
            String ttl = (i + 1) + "m";
            namespace.apply(ResourceManifests.profile("shop", "users: " + ttl));
            String uid = namespace.awaitReady("shop").getMetadata().getUid();
            assertThat(ResourceVersions.objects(namespace)
                            .filter(object -> !object.getKind().equals("CacheProfile")))
                    .as("%s", ResourceVersions.of(namespace))
                    .allSatisfy(object -> assertThat(owners(object)).containsExactly(uid));

            // When
            namespace.resource(CacheProfile.class, "shop").delete();
        }

        // Then
        awaitEmpty();
    }

    private void awaitEmpty() {
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(ResourceVersions.of(namespace)).isEmpty());
        TestNamespace.patiently().until(() -> namespace.redisPod("shop").isEmpty());
    }

    private static List<String> owners(HasMetadata object) {
        return object.getMetadata().getOwnerReferences().stream()
                .map(OwnerReference::getUid)
                .toList();
    }
}
