package dev.cacheward.telemetry;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.Optional;

/** Which object, whether it is there or not. */
public record ResourceKey(String kind, String namespace, String name) {
    /** Of an object that is there, or is to be. */
    public static ResourceKey of(HasMetadata resource) {
        return new ResourceKey(
                resource.getKind(),
                resource.getMetadata().getNamespace(),
                resource.getMetadata().getName());
    }

    /** Of the custom resource that a child belongs to. */
    static Optional<ResourceKey> owner(HasMetadata child) {
        return child.getMetadata().getOwnerReferences().stream()
                .filter(owner -> Boolean.TRUE.equals(owner.getController()))
                .findFirst()
                .map(owner -> owner(child, owner));
    }

    private static ResourceKey owner(HasMetadata child, OwnerReference owner) {
        return new ResourceKey(owner.getKind(), child.getMetadata().getNamespace(), owner.getName());
    }
}
