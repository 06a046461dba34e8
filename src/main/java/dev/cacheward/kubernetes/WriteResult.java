package dev.cacheward.kubernetes;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /**
     * An object of that name is not owned by us and was not touched.
     *
     * @param live the object as it is
     * @param labels the labels by which it would be ours
     */
    record Taken(HasMetadata live, Map<String, String> labels) implements WriteResult {
        /** What is lost with an object that holds the only copy of something; others may be deleted. */
        private static final Map<String, String> LOST =
                Map.of("Secret", "the passwords in it", "PersistentVolumeClaim", "the data on its volume");

        @Override
        public Optional<Cause> cause() {
            String controller = Ownership.controller(live)
                    .map(owner -> " (" + owner.getKind() + " " + Quote.whole(owner.getName()) + " controls it)")
                    .orElse("");
            return Optional.of(new Cause(
                    Reason.NAME_CONFLICT,
                    live.getKind() + " " + Quote.whole(live.getMetadata().getName())
                            + " is needed here but belongs to somebody else" + controller + "; it was not touched. "
                            + advice()));
        }

        private String advice() {
            String marks = Labels.ofChildren(labels).entrySet().stream()
                    .map(label -> label.getKey() + "=" + label.getValue())
                    .collect(Collectors.joining(", "));
            return "If it was made for this resource, as an object from a backup, hand it over: it needs the labels "
                    + marks
                    + " and no controller in its ownerReferences. Otherwise "
                    + Optional.ofNullable(LOST.get(live.getKind()))
                            .map(lost -> "choose another name, or rename it; to delete it costs " + lost + ".")
                            .orElse("delete or rename it, or choose another name.");
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
