package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.Quantity;

/**
 * @param mode null means None
 * @param size null means 1Gi, or what the volume has if that is more
 * @param storageClassName null means the one that was asked for when the volume was made, else the cluster's default class
 * @param fsync of AppendOnly; null means everysec
 */
public record Persistence(
        @JsonPropertyDescription("None (a restart empties the cache and ends sessions), Snapshot (RDB), or AppendOnly "
                + "(AOF). To be given with any other field of this block. Default: None.")
        PersistenceMode mode,

        @JsonPropertyDescription(
                "Size of the volume. It can be raised, and lowered down to what the volume has. Default: 1Gi.")
        Quantity size,

        @JsonPropertyDescription(
                "Storage class of the volume; fixed once there is one. Default: the operator's, else the "
                        + "cluster's default class.")
        @Size(min = 1, max = 253)
        String storageClassName,

        @JsonPropertyDescription("How often AppendOnly reaches the disk: every second, or always (before each answer). "
                + "Default: everysec.")
        Fsync fsync) {
    /** Returns an empty spec, in which every default applies. */
    public static Persistence empty() {
        return new Persistence(null, null, null, null);
    }
}
