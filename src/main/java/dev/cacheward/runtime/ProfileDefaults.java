package dev.cacheward.runtime;

import dev.cacheward.api.v1alpha1.ManagedRedis;
import dev.cacheward.api.v1alpha1.NetworkAccess;
import dev.cacheward.api.v1alpha1.Resources;
import java.util.Optional;

/**
 * What holds for a Redis that the operator runs if its profile does not say it, beside the image.
 *
 * @param resources as a whole; empty: the default of the field
 * @param storageClassName of volumes that are made from now on; empty: the cluster's default class
 * @param networkPolicy empty: none is made
 */
public record ProfileDefaults(
        Optional<Resources> resources, Optional<String> storageClassName, Optional<NetworkAccess> networkPolicy) {
    /** The default of each field is that of its description. */
    public static final ProfileDefaults NONE =
            new ProfileDefaults(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Returns the spec with these in the place of what it leaves out. The storage class is not among them: it must not change
     * for a volume that is there.
     *
     * @param image of a spec that names none
     */
    public ManagedRedis complete(ManagedRedis spec, String image) {
        return new ManagedRedis(
                Optional.ofNullable(spec.image()).orElse(image),
                Optional.ofNullable(spec.resources()).or(() -> resources).orElse(null),
                spec.maxMemory(),
                spec.evictionPolicy(),
                spec.persistence(),
                spec.auth(),
                spec.bind(),
                spec.disabledCommands(),
                spec.config(),
                Optional.ofNullable(spec.networkPolicy())
                        .or(() -> networkPolicy)
                        .orElse(null),
                spec.tls(),
                spec.podTemplate());
    }
}
