package dev.cacheward.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;

/**
 * A custom resource as the owner of children.
 *
 * @param uid distinguishes it from a predecessor of the same name
 */
public record Owner(String apiVersion, OwnerKind kind, String namespace, String name, String uid) {
    /**
     * Returns the owner for a custom resource.
     *
     * @throws IllegalArgumentException for an object of another kind
     */
    public static Owner of(HasMetadata resource) {
        return new Owner(
                resource.getApiVersion(),
                OwnerKind.of(resource.getKind()),
                resource.getMetadata().getNamespace(),
                resource.getMetadata().getName(),
                resource.getMetadata().getUid());
    }

    /**
     * Returns the field manager for what this resource writes into objects that are not owned by us. Each resource has its own,
     * since an apply removes what the same manager applied before and leaves out now. It must never change.
     */
    public String fieldManager() {
        return kind.fieldManager(name);
    }

    /**
     * Returns the owner reference of a child. It does not block the deletion of the owner, which would need the permission to
     * set finalizers on it.
     */
    public OwnerReference reference() {
        return new OwnerReferenceBuilder()
                .withApiVersion(apiVersion)
                .withKind(kind.wire())
                .withName(name)
                .withUid(uid)
                .withController(true)
                .build();
    }
}
