package dev.cacheward.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.Optional;

/** Says who owns a live object, seen from one owner. */
public enum Ownership {
    OURS,
    /**
     * The object belongs to a deleted resource of the same kind and name, or is itself being deleted, so its deletion only has
     * to be awaited.
     */
    GOING,
    FOREIGN;

    /**
     * Compares the controller of an object with the owner. An object is ours if this owner controls it by uid, or if it is a
     * claim that was retained for the owner's name. For all other objects a label proves nothing.
     */
    public static Ownership of(HasMetadata live, Owner owner) {
        Optional<OwnerReference> controller = controller(live);
        boolean ours = controller.map(c -> c.getUid().equals(owner.uid())).orElseGet(() -> retainedFor(live, owner));
        if (ours) {
            return live.isMarkedForDeletion() ? GOING : OURS;
        }
        return controller.filter(c -> sameName(c, owner)).isPresent() ? GOING : FOREIGN;
    }

    private static Optional<OwnerReference> controller(HasMetadata live) {
        return live.getMetadata().getOwnerReferences().stream()
                .filter(reference -> Boolean.TRUE.equals(reference.getController()))
                .findFirst();
    }

    private static boolean retainedFor(HasMetadata live, Owner owner) {
        return live.getKind().equals("PersistentVolumeClaim")
                && live.getMetadata().getLabels() != null
                && owner.name().equals(live.getMetadata().getLabels().get(Labels.RETAINED_PROFILE));
    }

    private static boolean sameName(OwnerReference reference, Owner owner) {
        return reference.getKind().equals(owner.kind().wire())
                && reference.getName().equals(owner.name());
    }
}
