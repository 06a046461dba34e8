package dev.cacheward.reconcile;

import dev.cacheward.configmap.MergeFinalizer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Objects;
import java.util.Optional;

/** The two annotations by which a person stops the operator or calls it, and which changes of a resource concern it at all. */
public final class Brake {
    /** Stops the operator while it is {@code true}; every other value is as good as none. */
    public static final String PAUSED = "cacheward.dev/paused";

    /** Every change of its value brings a look at once. */
    public static final String RECONCILE = "cacheward.dev/reconcile";

    private Brake() {}

    /** Whether nothing may be written for the resource but its status. One that is being deleted is not held up. */
    public static boolean on(HasMetadata resource) {
        return !resource.isMarkedForDeletion()
                && annotation(resource, PAUSED).filter("true"::equals).isPresent();
    }

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
                || before.hasFinalizer(MergeFinalizer.NAME) && !after.hasFinalizer(MergeFinalizer.NAME)
                || !annotation(after, PAUSED).equals(annotation(before, PAUSED))
                || !annotation(after, RECONCILE).equals(annotation(before, RECONCILE));
    }

    /** The last call; another one is asked for an answer of its own. */
    public static String token(HasMetadata resource) {
        return annotation(resource, RECONCILE).orElse("");
    }

    private static Optional<String> annotation(HasMetadata resource, String name) {
        return Optional.ofNullable(resource.getMetadata().getAnnotations()).map(annotations -> annotations.get(name));
    }
}
