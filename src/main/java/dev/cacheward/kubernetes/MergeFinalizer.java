package dev.cacheward.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.reconciler.PrimaryUpdateAndCacheUtils;

/** The finalizer that a resource carries for as long as keys of it may be in ConfigMaps of somebody else's, and no longer. */
public final class MergeFinalizer {
    /** Never to be changed: resources that carry an earlier name could not be deleted any more. */
    public static final String NAME = "cacheward.dev/merged-keys";

    private final KubernetesClient client;

    MergeFinalizer(KubernetesClient client) {
        this.client = client;
    }

    void add(HasMetadata resource) {
        if (!resource.hasFinalizer(NAME)) {
            PrimaryUpdateAndCacheUtils.addFinalizer(client, resource, NAME);
        }
    }

    void remove(HasMetadata resource) {
        if (resource.hasFinalizer(NAME)) {
            PrimaryUpdateAndCacheUtils.removeFinalizer(client, resource, NAME);
        }
    }
}
