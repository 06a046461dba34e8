package dev.cacheward.cluster.contention;

import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.cluster.server.PreparedVolume;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/** Troubles with the volume of a profile named shop; none of them costs a write. */
final class VolumeStates {
    private static final AutoCloseable NOTHING = () -> {};
    private static final String SNAPSHOT = "persistence: {mode: Snapshot, size: 64Mi}";

    private VolumeStates() {}

    static Stream<StandingState> all() {
        return Stream.of(foreign(), unwritable(), grown());
    }

    private static StandingState foreign() {
        return new StandingState(
                "foreign",
                0,
                namespace -> {
                    new PreparedVolume(namespace, "shop").make("echo 15 > PG_VERSION", Map.of());
                    namespace.apply(ResourceManifests.managed("shop", SNAPSHOT));
                    return NOTHING;
                },
                namespace -> namespace.awaitProfile("shop", ConditionType.READY, "False", Reason.DATA_FORM_UNKNOWN));
    }

    /** A folder that the kubelet makes for root alone. */
    private static StandingState unwritable() {
        return new StandingState(
                "unwritable",
                0,
                namespace -> {
                    namespace.create("""
                            apiVersion: v1
                            kind: PersistentVolume
                            metadata: {name: %1$s}
                            spec:
                              capacity: {storage: 64Mi}
                              accessModes: [ReadWriteOnce]
                              storageClassName: by-hand
                              claimRef: {namespace: %1$s, name: shop-redis-data}
                              hostPath: {path: /tmp/%1$s, type: DirectoryOrCreate}
                            """.formatted(namespace.name()));
                    namespace.apply(ResourceManifests.managed(
                            "shop", "persistence: {mode: Snapshot, size: 64Mi, storageClassName: by-hand}"));
                    return () -> TestCluster.get()
                            .client()
                            .resources(PersistentVolume.class)
                            .withName(namespace.name())
                            .delete();
                },
                namespace -> namespace.awaitProfile("shop", ConditionType.READY, "False", Reason.VOLUME_NOT_WRITABLE));
    }

    private static StandingState grown() {
        return new StandingState(
                "grown",
                0,
                namespace -> {
                    namespace.apply(ResourceManifests.managed("shop", SNAPSHOT));
                    namespace.awaitReady("shop");
                    namespace
                            .resource(PersistentVolumeClaim.class, "shop-redis-data")
                            .edit(claim -> new PersistentVolumeClaimBuilder(claim)
                                    .editSpec()
                                    .editResources()
                                    .addToRequests("storage", new Quantity("96Mi"))
                                    .endResources()
                                    .endSpec()
                                    .build());
                    return NOTHING;
                },
                namespace -> TestNamespace.patiently()
                        .untilAsserted(() -> Assertions.assertThat(namespace.message("shop", ConditionType.READY))
                                .contains("which stays")));
    }
}
