package dev.cacheward.reconcile;

import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.ResourceAnnotations;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Objects;

/** Decides which changes of a resource start a reconciliation. */
public final class ReconcileFilter {
    private ReconcileFilter() {}

    /**
     * Whether a change of a resource starts a reconciliation. These do: a change of the spec or of one of our annotations,
     * the mark for deletion, a new resource of the same name, and the loss of our finalizer, as when the whole object is
     * replaced. A change of the status, labels, other annotations or other finalizers does not.
     */
    public static boolean concerns(HasMetadata after, HasMetadata before) {
        return !Objects.equals(
                        after.getMetadata().getGeneration(),
                        before.getMetadata().getGeneration())
                || !Objects.equals(
                        after.getMetadata().getUid(), before.getMetadata().getUid())
                || after.isMarkedForDeletion() != before.isMarkedForDeletion()
                || before.hasFinalizer(Labels.MERGE_FINALIZER) && !after.hasFinalizer(Labels.MERGE_FINALIZER)
                || ResourceAnnotations.differ(after, before);
    }
}
