package dev.cacheward.configmap;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Quote;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in words what keeps our keys out of a ConfigMap of somebody else's. */
final class MergeTrouble {
    /** Enough to see what is going on; the API server bounds a message, and whoever reads it is bounded, too. */
    private static final int MOST = 10;

    private MergeTrouble() {}

    /** Empty when all keys are there. */
    static Optional<Cause> of(String name, Merge merge) {
        String map = "ConfigMap \"" + name + "\"";
        if (merge instanceof Merge.Holds holds) {
            return holds.conflicts().isEmpty() ? Optional.empty() : Optional.of(conflict(map, holds.conflicts()));
        }
        if (merge instanceof Merge.Owned owned) {
            return cause(
                    Reason.KEY_CONFLICT,
                    map + " takes no key, since somebody else owns " + String.join(", ", owned.fields())
                            + ". It stays theirs. Let them give it up, or deliver to another ConfigMap.");
        }
        if (merge instanceof Merge.Kept) {
            return cause(Reason.KEY_CONFLICT, map + " keeps its keys until then.");
        }
        if (merge instanceof Merge.Refused refused) {
            return cause(Reason.WRITE_REFUSED, "The API server refuses " + map + ": " + refused.message());
        }
        return merge instanceof Merge.Moved
                ? cause(Reason.DELIVERING, map + " changed while it was being written; it is tried again.")
                : unusable(map, merge);
    }

    private static Optional<Cause> unusable(String map, Merge merge) {
        if (merge instanceof Merge.Missing) {
            return cause(
                    Reason.TARGET_NOT_FOUND,
                    map
                            + " does not exist. With mode Merge it is somebody else's to create: create it, or choose mode Own.");
        }
        if (merge instanceof Merge.Immutable) {
            return cause(
                    Reason.TARGET_IMMUTABLE,
                    map + " is immutable, so its keys cannot change. Delete it and make it anew without immutable, or"
                            + " choose another ConfigMap.");
        }
        return cause(
                Reason.TARGET_TOO_LARGE,
                map + " would grow beyond the 1 MiB that Kubernetes allows. Take something out of it, or choose another"
                        + " ConfigMap.");
    }

    private static Cause conflict(String map, List<KeyConflict> conflicts) {
        String keys = conflicts.stream().limit(MOST).map(MergeTrouble::text).collect(Collectors.joining(", "))
                + (conflicts.size() > MOST ? " and " + (conflicts.size() - MOST) + " more" : "");
        return new Cause(
                Reason.KEY_CONFLICT,
                map + " has other values of somebody else's under " + keys
                        + ". They stay. Delete a key there by hand to"
                        + " let ours return, or deliver to another ConfigMap.");
    }

    private static String text(KeyConflict conflict) {
        return conflict.key() + " (" + conflict.holder() + "; ours is " + Quote.of(conflict.wanted()) + ")";
    }

    private static Optional<Cause> cause(Reason reason, String message) {
        return Optional.of(new Cause(reason, message));
    }
}
