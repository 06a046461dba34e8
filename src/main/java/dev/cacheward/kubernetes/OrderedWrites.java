package dev.cacheward.kubernetes;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;

/** Writes objects of one owner, and says in words what stood in the way. */
public final class OrderedWrites {
    private final Writer writer;
    private final Owner owner;
    private final boolean contested;

    /** @param contested whether a foreign object stood in the way at the last look */
    public OrderedWrites(Writer writer, Owner owner, boolean contested) {
        this.writer = writer;
        this.owner = owner;
        this.contested = contested;
    }

    /** Writes them in order up to the first trouble: each needs those before it. */
    public Optional<Cause> inOrder(List<? extends HasMetadata> desired) {
        for (HasMetadata object : desired) {
            Optional<Cause> trouble = trouble(writer.apply(object, owner, contested));
            if (trouble.isPresent()) {
                return trouble;
            }
        }
        return Optional.empty();
    }

    private static Optional<Cause> trouble(WriteResult write) {
        if (write instanceof WriteResult.Taken taken) {
            return Optional.of(new Cause(
                    Reason.NAME_CONFLICT,
                    taken.kind() + " \"" + taken.name() + "\" is needed here but belongs to somebody else; it was not"
                            + " touched. Delete or rename it, or choose another name."));
        }
        if (write instanceof WriteResult.Going going) {
            return Optional.of(new Cause(
                    Reason.AWAITING_DELETION,
                    going.kind() + " \"" + going.name() + "\" of a deleted resource is still being removed."));
        }
        if (write instanceof WriteResult.Refused refused) {
            return Optional.of(new Cause(
                    Reason.WRITE_REFUSED,
                    "The API server refuses " + refused.kind() + " \"" + refused.name() + "\": " + refused.message()));
        }
        return Optional.empty();
    }
}
