package dev.cacheward.cacheprofile.render;

import dev.cacheward.api.v1alpha1.DeletionPolicy;
import dev.cacheward.cacheprofile.model.DataFormat;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.drift.Drift;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.OwnerKind;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Renders the claim of the data volume. The claim stays as long as the profile, also while nothing is persisted, since it holds
 * data.
 */
public final class ClaimRenderer {
    /** Holds the format of the data on the volume, since a server that reads the other format starts empty. */
    public static final String DATA_FORM = "cacheward.dev/persistence";

    /**
     * Holds the storage class that the spec asked for. It can then neither change nor be left out. The cluster's default class
     * is not recorded.
     */
    public static final String STORAGE_CLASS = "cacheward.dev/storage-class";

    private ClaimRenderer() {}

    /** @param form the format that the next server reads and writes */
    static PersistentVolumeClaim render(Profile profile, Quantity size, DataFormat form) {
        return Drift.stamp(new PersistentVolumeClaimBuilder()
                .withMetadata(metadata(profile, form))
                .withNewSpec()
                .withAccessModes("ReadWriteOnce")
                .withStorageClassName(profile.server().volume().storageClass().orElse(null))
                .withNewResources()
                .withRequests(Map.of("storage", size))
                .endResources()
                .endSpec()
                .build());
    }

    /** Returns the format of the data on a volume; empty if it is not recorded. */
    public static Optional<DataFormat> form(PersistentVolumeClaim claim) {
        return annotation(claim, DATA_FORM).map(DataFormat::of);
    }

    public static Optional<String> annotation(PersistentVolumeClaim claim, String key) {
        return Optional.ofNullable(claim.getMetadata().getAnnotations()).map(annotations -> annotations.get(key));
    }

    private static Map<String, String> annotations(Profile profile, DataFormat form) {
        SortedMap<String, String> annotations = new TreeMap<>(Map.of(DATA_FORM, form.word()));
        profile.server().volume().storageClass().ifPresent(name -> annotations.put(STORAGE_CLASS, name));
        return annotations;
    }

    private static ObjectMeta metadata(Profile profile, DataFormat form) {
        ObjectMetaBuilder metadata = new ObjectMetaBuilder(
                        ChildMetadata.of(profile, profile.names().claim()))
                .withAnnotations(annotations(profile, form));
        if (profile.deletionPolicy() == DeletionPolicy.RETAIN) {
            SortedMap<String, String> labels =
                    Labels.child(OwnerKind.PROFILE, profile.owner().name(), Labels.SERVER);
            // GitOps tools may delete an object without an owner that carries an application's name in this label.
            labels.remove(Labels.INSTANCE);
            labels.put(Labels.RETAINED_PROFILE, profile.owner().name());
            metadata.withLabels(labels).withOwnerReferences();
        }
        return metadata.build();
    }

    /** Returns the size that a live claim requests. */
    public static Quantity size(PersistentVolumeClaim claim) {
        return claim.getSpec().getResources().getRequests().get("storage");
    }
}
