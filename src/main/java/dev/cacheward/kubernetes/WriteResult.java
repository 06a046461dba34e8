package dev.cacheward.kubernetes;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;

/** What became of one desired object. */
public sealed interface WriteResult {
    /** Why the object does not hold what is desired; empty when it does. */
    Optional<Cause> cause();

    /** @param object as it is on the server now */
    record Holds(HasMetadata object) implements WriteResult {
        @Override
        public Optional<Cause> cause() {
            return Optional.empty();
        }
    }

    /** An object of that name is not owned by us and was not touched. */
    record Taken(String kind, String name) implements WriteResult {
        @Override
        public Optional<Cause> cause() {
            return Optional.of(new Cause(
                    Reason.NAME_CONFLICT,
                    kind + " " + Quote.whole(name)
                            + " is needed here but belongs to somebody else; it was not touched. Delete or"
                            + " rename it, or choose another name."));
        }
    }

    /** What a deleted resource of the same name left is still there; it goes by itself. */
    record Going(String kind, String name) implements WriteResult {
        @Override
        public Optional<Cause> cause() {
            return Optional.of(new Cause(
                    Reason.AWAITING_DELETION,
                    kind + " " + Quote.whole(name) + " of a deleted resource is still being removed."));
        }
    }

    /** @param message the API server's own words: quota, admission, a missing permission, an invalid object */
    record Refused(String kind, String name, String message) implements WriteResult {
        @Override
        public Optional<Cause> cause() {
            return Optional.of(new Cause(
                    Reason.WRITE_REFUSED, "The API server refuses " + kind + " " + Quote.whole(name) + ": " + message));
        }
    }
}
