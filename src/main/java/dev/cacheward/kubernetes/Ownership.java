package dev.cacheward.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.Optional;

/** Says who owns a live object, seen from one owner. */
public enum Ownership {
    /** This owner controls the object, by uid. */
    OURS,
    /**
     * Nothing controls the object, and its labels say that it was made for this owner, or retained for its name. Backups bring
     * objects back without owner references, and a deletion with orphaned children leaves them so.
     */
    UNOWNED,
    /**
     * The object belongs to a deleted resource of the same kind and name, or is itself being deleted, so its deletion only has
     * to be awaited. Kubernetes deletes what refers to a uid that is gone.
     */
    GOING,
    FOREIGN;

    /** Compares the controller of an object with the owner. If there is a controller, a label proves nothing. */
    public static Ownership of(HasMetadata live, Owner owner) {
        Optional<OwnerReference> controller = controller(live);
        Ownership held = controller
                .map(reference -> reference.getUid().equals(owner.uid()) ? OURS : FOREIGN)
                .orElseGet(() -> Labels.madeFor(live, owner) ? UNOWNED : FOREIGN);
        if (held.isOurs()) {
            return live.isMarkedForDeletion() ? GOING : held;
        }
        return controller.filter(c -> sameName(c, owner)).isPresent() ? GOING : FOREIGN;
    }

    /** Whether the object may be used and taken over. Only {@link #OURS} may be deleted for not being wanted any more. */
    public boolean isOurs() {
        return this == OURS || this == UNOWNED;
    }

    /** Returns the reference to the controller of an object. */
    static Optional<OwnerReference> controller(HasMetadata live) {
        return live.getMetadata().getOwnerReferences().stream()
                .filter(reference -> Boolean.TRUE.equals(reference.getController()))
                .findFirst();
    }

    private static boolean sameName(OwnerReference reference, Owner owner) {
        return reference.getKind().equals(owner.kind().wire())
                && reference.getName().equals(owner.name());
    }
}
