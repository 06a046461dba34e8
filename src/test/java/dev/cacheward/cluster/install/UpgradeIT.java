package dev.cacheward.cluster.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.ResourceVersions;
import dev.cacheward.cluster.rig.TestNamespace;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** To install the same once more changes nothing, and another operator pod moves no server. */
class UpgradeIT extends InstallFixture {

    @Test
    void anUpgradeWithTheSameValuesWritesNothing() {
        try (HelmRelease release = new HelmRelease(client);
                TestNamespace shop = new TestNamespace("same", client)) {
            // Given
            release.install(image);
            applyShop(shop, "60s");
            release.upgrade();
            Map<String, String> served = ResourceVersions.settled(shop);
            Map<String, String> installed = ResourceVersions.of(release.objects().stream());

            // When
            release.upgrade();

            // Then
            assertThat(ResourceVersions.of(release.objects().stream()))
                    .hasSizeGreaterThan(8)
                    .isEqualTo(installed);
            ResourceVersions.assertUnchanged(shop, served);
        }
    }

    @Test
    void anotherOperatorPodLeavesEveryServerAsItIs() {
        try (HelmRelease release = new HelmRelease(client);
                TestNamespace shop = new TestNamespace("live", client)) {
            // Given
            release.install(image);
            applyShop(shop, "60s");
            Map<String, String> server = server(shop);

            // When
            release.restart();
            applyShop(shop, "90s");

            // Then
            assertThat(shop.configMap("shop-cache").getData()).containsEntry("CACHE_TTL_USERS", "90");
            assertThat(server(shop)).isEqualTo(server);
        }
    }

    @Test
    void thePlainManifestsAppliedTwiceWriteNothing() {
        try (TestNamespace namespace = new TestNamespace("plain", client);
                PlainManifests manifests = new PlainManifests(client, namespace, image)) {
            // Given
            manifests.apply();
            Map<String, String> installed = ResourceVersions.of(manifests.objects());

            // When
            manifests.apply();

            // Then
            assertThat(ResourceVersions.of(manifests.objects()))
                    .hasSizeGreaterThan(8)
                    .isEqualTo(installed);
        }
    }

    private static void applyShop(TestNamespace namespace, String ttl) {
        namespace.apply(ResourceManifests.profile("shop", "users: " + ttl));
        namespace.awaitReady("shop");
    }

    /** The pod by its uid, and the StatefulSet by its generation. */
    private static Map<String, String> server(TestNamespace namespace) {
        return Map.of(
                "pod",
                namespace.redisPod("shop").orElseThrow().getMetadata().getUid(),
                "generation",
                String.valueOf(namespace
                        .resource(StatefulSet.class, "shop-redis")
                        .get()
                        .getMetadata()
                        .getGeneration()));
    }
}
