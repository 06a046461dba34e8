package dev.cacheward.restart;

import java.time.Duration;
import java.util.Optional;

/** What a look at a workload that is to carry a mark found. */
sealed interface Marking {
    /** When to look again if nothing else brings a look; empty when any time will do. */
    default Optional<Duration> again() {
        return Optional.empty();
    }

    /** It carries the mark. */
    record Done() implements Marking {}

    /**
     * It does not carry the mark yet.
     *
     * @param uid of the workload
     * @param bareAt its version if its pod template has no annotation at all, else empty
     */
    record Due(String uid, Optional<String> bareAt) implements Marking {}

    /** A write came in between, or the API server was busy: the next look will do. */
    record Missed() implements Marking {
        private static final Duration SOON = Duration.ofSeconds(2);

        @Override
        public Optional<Duration> again() {
            return Optional.of(SOON);
        }
    }

    /** It cannot be marked as it is now; the next look sees when it can. */
    record Barred(String warning) implements Marking {
        @Override
        public Optional<Duration> again() {
            return Optional.of(Refusals.PATIENCE);
        }
    }

    /**
     * The API server refuses to show it, or to let it be marked.
     *
     * @param patience for how long asking again would be refused as well
     */
    record Refused(String warning, Duration patience) implements Marking {
        @Override
        public Optional<Duration> again() {
            return Optional.of(patience);
        }
    }
}
