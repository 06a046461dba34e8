package dev.cacheward.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.ResourceVersions;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pod that waits for what does not come by itself is not told as a restart. */
class StuckPodIT {
    private static final String FINALIZER = "example.com/hold";
    private static final Duration WINDOW = Duration.ofSeconds(60);

    private TestNamespace namespace;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("stuck");
    }

    @AfterEach
    void delete() {
        namespace.list(Pod.class).forEach(pod -> finalizers(pod.getMetadata().getName(), ""));
        namespace.close();
    }

    @Test
    void aPodThatDoesNotEndIsNamedWithItsNodeAndCostsNoWrites() {
        // Given
        namespace.apply(ResourceManifests.profile("shop"));
        namespace.awaitReady("shop");
        finalizers("shop-redis-0", FINALIZER);

        // When
        namespace.resource(Pod.class, "shop-redis-0").delete();

        // Then
        CacheProfile stuck = namespace.awaitProfile("shop", ConditionType.STALLED, "True", Reason.POD_STUCK);
        assertThat(stuck.getStatus().conditions())
                .noneMatch(condition -> condition.type().equals("Reconciling"));
        assertThat(namespace.message("shop", ConditionType.READY))
                .startsWith("Pod shop-redis-0 on node ")
                .contains("was to end by", FINALIZER)
                .doesNotContain("configuration");
        ResourceVersions.assertQuiet(namespace, WINDOW);
        finalizers("shop-redis-0", "");
        namespace.awaitReady("shop");
    }

    @Test
    void aVolumeThatCannotBeMountedIsNamed() {
        // Given
        String name = namespace.name() + "-unreachable";
        TestCluster.get()
                .client()
                .resource("""
                apiVersion: v1
                kind: PersistentVolume
                metadata: {name: %1$s}
                spec:
                  capacity: {storage: 1Gi}
                  accessModes: [ReadWriteOnce]
                  storageClassName: %1$s
                  claimRef: {namespace: %2$s, name: shop-redis-data}
                  nfs: {server: 192.0.2.1, path: /x}
                """.formatted(name, namespace.name()))
                .create();

        // When
        namespace.apply(
                ResourceManifests.managed("shop", "persistence: {mode: Snapshot, storageClassName: " + name + "}"));

        // Then
        try {
            namespace.awaitProfile("shop", ConditionType.STALLED, "True", Reason.POD_STUCK);
            assertThat(namespace.message("shop", ConditionType.READY))
                    .startsWith("Pod shop-redis-0 on node ")
                    .contains("\"shop-redis-data\"", "FailedMount", "kubectl describe pod shop-redis-0");
        } finally {
            TestCluster.get()
                    .client()
                    .resources(PersistentVolume.class)
                    .withName(name)
                    .delete();
        }
    }

    /** @param finalizer the only one afterwards; empty for none */
    private void finalizers(String pod, String finalizer) {
        namespace.resource(Pod.class, pod).edit(found -> {
            found.getMetadata().setFinalizers(finalizer.isEmpty() ? List.of() : List.of(finalizer));
            return found;
        });
    }
}
