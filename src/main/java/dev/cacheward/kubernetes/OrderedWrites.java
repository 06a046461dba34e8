package dev.cacheward.kubernetes;

import dev.cacheward.status.Cause;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;

/** Writes objects of one owner in order, and returns what stopped it. */
public final class OrderedWrites {
    private final Writer writer;
    private final Owner owner;
    private final boolean contested;

    /** @param contested whether an object that is not owned by us stood in the way at the last reconciliation */
    public OrderedWrites(Writer writer, Owner owner, boolean contested) {
        this.writer = writer;
        this.owner = owner;
        this.contested = contested;
    }

    /**
     * Writes the objects in order and stops at the first failure, since each needs those before it. Returns the cause of that
     * failure.
     */
    public Optional<Cause> inOrder(List<? extends HasMetadata> desired) {
        for (HasMetadata object : desired) {
            Optional<Cause> cause = writer.apply(object, owner, contested);
            if (cause.isPresent()) {
                return cause;
            }
        }
        return Optional.empty();
    }

    /**
     * Writes an object in another form, since its first one is refused. Each form has its own tries: otherwise the first one would
     * use up all of them, and the second one would not be asked for again.
     */
    public Optional<Cause> inSecondForm(HasMetadata desired) {
        return writer.apply(DesiredObject.of(desired, owner).inSecondForm(), owner, contested);
    }
}
