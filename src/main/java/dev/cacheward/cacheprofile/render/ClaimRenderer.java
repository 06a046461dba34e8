package dev.cacheward.cacheprofile.render;

import dev.cacheward.api.v1alpha1.DeletionPolicy;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.model.volume.ClaimState;
import dev.cacheward.cacheprofile.model.volume.DataFormat;
import dev.cacheward.cacheprofile.model.volume.DataVolume;
import dev.cacheward.drift.Drift;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.kubernetes.OwnerKind;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Renders the claim of the data volume. The claim stays as long as the profile, also while nothing is persisted, since it holds
 * data.
 */
public final class ClaimRenderer {
    /**
     * Holds the storage class that the spec asked for. It can then neither change nor be left out. The cluster's default class
     * is not recorded.
     */
    public static final String STORAGE_CLASS = "cacheward.dev/storage-class";

    private ClaimRenderer() {}

    /** @param form the format of the data, as it was found; empty if nobody has looked yet */
    static PersistentVolumeClaim render(Profile profile, DataVolume volume, Optional<DataFormat> form) {
        return Drift.stamp(new PersistentVolumeClaimBuilder()
                .withMetadata(metadata(
                        profile.owner(),
                        profile.deletionPolicy(),
                        profile.names().claim(),
                        annotations(volume, form)))
                .withNewSpec()
                .withAccessModes("ReadWriteOnce")
                .withStorageClassName(volume.storageClass().orElse(null))
                .withNewResources()
                .withRequests(Map.of("storage", volume.size()))
                .endResources()
                .endSpec()
                .build());
    }

    public static Optional<String> annotation(PersistentVolumeClaim claim, String key) {
        return Optional.ofNullable(claim.getMetadata().getAnnotations()).map(annotations -> annotations.get(key));
    }

    private static Map<String, String> annotations(DataVolume volume, Optional<DataFormat> form) {
        SortedMap<String, String> annotations =
                new TreeMap<>(Map.of(ClaimState.ASKED_SIZE, volume.asked().toString()));
        form.ifPresent(found -> annotations.put(ClaimState.DATA_FORM, found.word()));
        volume.storageClass().ifPresent(name -> annotations.put(STORAGE_CLASS, name));
        return annotations;
    }

    /** Returns the claim of a server that is no longer wanted as it is, but for what happens to it when its profile is deleted. */
    public static PersistentVolumeClaim kept(Owner owner, DeletionPolicy policy, PersistentVolumeClaim live) {
        SortedMap<String, String> annotations = new TreeMap<>();
        Stream.of(ClaimState.ASKED_SIZE, ClaimState.DATA_FORM, STORAGE_CLASS)
                .forEach(key -> annotation(live, key).ifPresent(text -> annotations.put(key, text)));
        return Drift.stamp(new PersistentVolumeClaimBuilder()
                .withMetadata(metadata(owner, policy, live.getMetadata().getName(), annotations))
                .withNewSpec()
                .withAccessModes("ReadWriteOnce")
                .withStorageClassName(annotations.get(STORAGE_CLASS))
                .withNewResources()
                .withRequests(live.getSpec().getResources().getRequests())
                .endResources()
                .endSpec()
                .build());
    }

    private static ObjectMeta metadata(
            Owner owner, DeletionPolicy policy, String name, Map<String, String> annotations) {
        ObjectMetaBuilder metadata = new ObjectMetaBuilder(ChildMetadata.of(owner, name)).withAnnotations(annotations);
        if (policy == DeletionPolicy.RETAIN) {
            SortedMap<String, String> labels = Labels.child(OwnerKind.PROFILE, owner.name(), Labels.SERVER);
            // GitOps tools may delete an object without an owner that carries an application's name in this label.
            labels.remove(Labels.INSTANCE);
            labels.put(Labels.RETAINED_PROFILE, owner.name());
            metadata.withLabels(labels).withOwnerReferences();
        }
        return metadata.build();
    }
}
