package dev.cacheward.kubernetes;

import dev.cacheward.status.Cause;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.PrimaryUpdateAndCacheUtils;
import java.util.Optional;

/** The finalizer that a resource carries for as long as keys of it may be in ConfigMaps of somebody else's, and no longer. */
public final class MergeFinalizer {
    /** Never to be changed: resources that carry an earlier name could not be deleted any more. */
    public static final String NAME = "cacheward.dev/merged-keys";

    private final KubernetesClient client;

    MergeFinalizer(KubernetesClient client) {
        this.client = client;
    }

    /** Why it may not be set; then nothing may be merged. */
    Optional<Cause> add(HasMetadata resource) {
        try {
            if (!resource.hasFinalizer(NAME)) {
                PrimaryUpdateAndCacheUtils.addFinalizer(client, resource, NAME);
            }
            return Optional.empty();
        } catch (KubernetesClientException refused) {
            return Optional.of(Forbidden.cause("set the finalizer that merging needs", refused));
        }
    }

    void remove(HasMetadata resource) {
        if (resource.hasFinalizer(NAME)) {
            PrimaryUpdateAndCacheUtils.removeFinalizer(client, resource, NAME);
        }
    }
}
