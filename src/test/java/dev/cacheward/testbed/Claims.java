package dev.cacheward.testbed;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimStatus;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimStatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Binds every claim, lets it grow at once, and keeps a folder for it for as long as it lives. */
final class Claims {
    private final KubernetesClient client;
    private final Path root;
    private final Map<String, Path> folders = new ConcurrentHashMap<>();

    Claims(KubernetesClient client, Path root) {
        this.client = client;
        this.root = root;
    }

    /** @param inUse whether a pod still runs, whose claims are kept until it has ended */
    void sync(Collection<PersistentVolumeClaim> claims, boolean inUse) {
        Set<String> uids = new HashSet<>();
        for (PersistentVolumeClaim claim : claims) {
            uids.add(claim.getMetadata().getUid());
            PersistentVolumeClaimStatus wanted = bound(claim);
            if (!wanted.equals(claim.getStatus())) {
                client.resource(new PersistentVolumeClaimBuilder(claim)
                                .withStatus(wanted)
                                .editMetadata()
                                .withResourceVersion(null)
                                .endMetadata()
                                .build())
                        .updateStatus();
            }
        }
        if (!inUse) {
            folders.entrySet().removeIf(folder -> isGone(folder, uids));
        }
    }

    private static boolean isGone(Map.Entry<String, Path> folder, Set<String> uids) {
        boolean gone = !uids.contains(folder.getKey());
        if (gone) {
            Folders.delete(folder.getValue());
        }
        return gone;
    }

    private static PersistentVolumeClaimStatus bound(PersistentVolumeClaim claim) {
        return new PersistentVolumeClaimStatusBuilder()
                .withPhase("Bound")
                .withAccessModes(claim.getSpec().getAccessModes())
                .withCapacity(claim.getSpec().getResources().getRequests())
                .build();
    }

    Path folder(String namespace, String name) throws PodNotStartable {
        PersistentVolumeClaim claim = client.persistentVolumeClaims()
                .inNamespace(namespace)
                .withName(name)
                .get();
        if (claim == null) {
            throw new PodNotStartable("Unschedulable", "persistentvolumeclaim \"" + name + "\" not found");
        }
        return folders.computeIfAbsent(claim.getMetadata().getUid(), uid -> Folders.create(root.resolve(uid)));
    }
}
