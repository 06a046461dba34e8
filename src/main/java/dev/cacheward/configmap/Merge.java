package dev.cacheward.configmap;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Quote;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The result of writing our keys into a ConfigMap that is not owned by us, or of taking them out. */
public sealed interface Merge {
    /**
     * Returns why the map does not hold what it should of our keys; empty if it does.
     *
     * @param name of the map
     */
    Optional<Cause> cause(String name);

    /**
     * Returns what has to be reported when the keys of a deleted resource were to be taken out.
     *
     * @param name of the map
     */
    default Optional<Cause> cleanupCause(String name) {
        return Optional.empty();
    }

    /** Whether a deletion need not wait for this map: our keys are out, or the map is immutable or missing. */
    boolean isOver();

    /** Whether a refusal lasts until somebody changes the map or a right, so that asking again at once is of no use. */
    default boolean lasting() {
        return !isOver();
    }

    /** Returns the content, if our keys are in the map as far as possible. */
    default Optional<Holds> held() {
        return Optional.empty();
    }

    /**
     * The map holds the wanted keys, apart from conflicts.
     *
     * @param keys our keys in the map now
     * @param conflicts the keys that could not be written; the others are there
     */
    record Holds(SortedMap<String, String> keys, List<KeyConflict> conflicts) implements Merge {
        @Override
        public Optional<Cause> cause(String name) {
            return KeyConflict.cause(text(name), conflicts);
        }

        @Override
        public boolean isOver() {
            return true;
        }

        @Override
        public Optional<Holds> held() {
            return Optional.of(this);
        }
    }

    /** There is no such map, or it is being deleted. */
    record Missing() implements Merge {
        @Override
        public Optional<Cause> cause(String name) {
            return because(
                    Reason.TARGET_NOT_FOUND,
                    text(name)
                            + " does not exist. With mode Merge it is somebody else's to create: create it, or choose mode Own.");
        }

        @Override
        public Optional<Cause> cleanupCause(String name) {
            return because(Reason.TARGET_NOT_FOUND, text(name) + " is not there, so there was no key to take out.");
        }

        @Override
        public boolean isOver() {
            return true;
        }
    }

    /** The map is immutable: its data can never change. */
    record Immutable() implements Merge {
        @Override
        public Optional<Cause> cause(String name) {
            return because(
                    Reason.TARGET_IMMUTABLE,
                    text(name)
                            + " is immutable, so its keys cannot change. Delete it and make it anew without immutable,"
                            + " or choose another ConfigMap.");
        }

        @Override
        public Optional<Cause> cleanupCause(String name) {
            return because(Reason.TARGET_IMMUTABLE, "The keys stay in " + text(name) + ", which is immutable.");
        }

        @Override
        public boolean isOver() {
            return true;
        }
    }

    /** With ours, the map would be larger than Kubernetes allows. */
    record TooLarge() implements Merge {
        @Override
        public Optional<Cause> cause(String name) {
            return because(
                    Reason.TARGET_TOO_LARGE,
                    text(name)
                            + " would grow beyond the 1 MiB that Kubernetes allows. Take something out of it, or choose"
                            + " another ConfigMap.");
        }

        @Override
        public boolean isOver() {
            return false;
        }
    }

    /** The map was changed or recreated at the same moment. */
    record Moved() implements Merge {
        @Override
        public Optional<Cause> cause(String name) {
            return because(Reason.DELIVERING, text(name) + " changed while it was being written; it is tried again.");
        }

        @Override
        public boolean isOver() {
            return false;
        }

        @Override
        public boolean lasting() {
            return false;
        }
    }

    /**
     * It was written or refused as often as makes sense.
     *
     * @param held the content as it was written, if others change it back; empty if the write is refused
     */
    record Contested(Optional<Holds> held, Cause why) implements Merge {
        @Override
        public Optional<Cause> cause(String name) {
            return Optional.of(why);
        }

        @Override
        public boolean isOver() {
            return held.isPresent();
        }
    }

    /**
     * Fields that are not owned by us keep all our keys out.
     *
     * @param fields each with its owner, as the API server says it
     */
    record Owned(List<String> fields) implements Merge {
        @Override
        public Optional<Cause> cause(String name) {
            return because(
                    Reason.KEY_CONFLICT,
                    text(name) + " takes no key, since somebody else owns " + String.join(", ", fields)
                            + ". It stays theirs. Let them give it up, or deliver to another ConfigMap.");
        }

        @Override
        public boolean isOver() {
            return false;
        }
    }

    /** The map is no longer named and keeps our keys, since one of them is in conflict in the new map. */
    record Kept() implements Merge {
        @Override
        public Optional<Cause> cause(String name) {
            return because(Reason.KEY_CONFLICT, text(name) + " keeps its keys until then.");
        }

        @Override
        public boolean isOver() {
            return false;
        }
    }

    /** @param message the API server's own words: admission or a missing permission */
    record Refused(String message) implements Merge {
        @Override
        public Optional<Cause> cause(String name) {
            return because(Reason.WRITE_REFUSED, "The API server refuses " + text(name) + ": " + message);
        }

        @Override
        public boolean isOver() {
            return false;
        }
    }

    private static Optional<Cause> because(Reason reason, String message) {
        return Optional.of(new Cause(reason, message));
    }

    private static String text(String name) {
        return "ConfigMap " + Quote.whole(name);
    }
}
