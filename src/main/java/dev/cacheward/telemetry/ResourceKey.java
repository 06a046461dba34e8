package dev.cacheward.telemetry;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.Optional;

/** The identity of an object, whether it exists or not. */
public record ResourceKey(String kind, String namespace, String name) {
    /** Returns the key of a live or a desired object. */
    public static ResourceKey of(HasMetadata resource) {
        return new ResourceKey(
                resource.getKind(),
                resource.getMetadata().getNamespace(),
                resource.getMetadata().getName());
    }

    /** Returns the key of the custom resource that controls a child; empty if nothing controls it. */
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
