package dev.cacheward.kubernetes;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;
import java.util.Set;

/** The result of writing one desired object. */
sealed interface WriteResult {
    /** Returns why the object does not hold what is desired; empty if it does. */
    Optional<Cause> cause();

    /** @param object the object as it is on the API server now */
    record Holds(HasMetadata object) implements WriteResult {
        @Override
        public Optional<Cause> cause() {
            return Optional.empty();
        }
    }

    /** An object of that name is not owned by us and was not touched. */
    record Taken(String kind, String name, String owner) implements WriteResult {
        private static final Set<String> HOLD_MORE_THAN_WORDS = Set.of("PersistentVolumeClaim", "Secret", "ConfigMap");

        @Override
        public Optional<Cause> cause() {
            return Optional.of(new Cause(
                    Reason.NAME_CONFLICT,
                    kind + " " + Quote.whole(name)
                            + " is needed here but belongs to somebody else; it was not touched. Choose another"
                            + " name, or move it out of the way" + price() + "." + handover()));
        }

        private String price() {
            return HOLD_MORE_THAN_WORDS.contains(kind) ? ": deleting it loses what it holds" : "";
        }

        private String handover() {
            return kind.equals("PersistentVolumeClaim")
                    ? " To hand it over with its data, label it " + Labels.RETAINED_PROFILE + "=" + owner + "."
                    : "";
        }
    }

    /** The object of a deleted resource of the same name is still being deleted. */
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
