package dev.cacheward.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;

/**
 * A custom resource as the owner of children.
 *
 * @param uid tells it from a predecessor of the same name
 */
public record Owner(String apiVersion, OwnerKind kind, String namespace, String name, String uid) {
    /**
     * The owner that a custom resource is.
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
     * The field manager of what is written, for this resource, into objects that are not owned by us: one for each resource, since an
     * apply takes away whatever the same manager applied before and leaves out now. Never to be changed.
     */
    public String fieldManager() {
        return kind.fieldManager(name);
    }

    /** Not blocking: that would need the right to set finalizers on the owner. */
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
