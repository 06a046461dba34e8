package dev.cacheward.reconcile;

import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.ResourceAnnotations;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Objects;

/** Decides which changes of a resource start a reconciliation. */
public final class ReconcileFilter {
    private ReconcileFilter() {}

    /**
     * Whether a change of a resource is the operator's business: its spec, its deletion, either of the annotations, that it is
     * another one of the same name, or that the operator's finalizer has gone, as it does where the whole object is replaced.
     * Statuses, labels, other annotations and other finalizers are not.
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
