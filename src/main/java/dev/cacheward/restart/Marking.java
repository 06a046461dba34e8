package dev.cacheward.restart;

import java.time.Duration;
import java.util.Optional;

/** The state of a workload that should carry a mark. */
sealed interface Marking {
    /** Returns when to check the workload again at the latest; empty if there is no limit. */
    default Optional<Duration> again() {
        return Optional.empty();
    }

    /** The workload carries the mark. */
    record Done() implements Marking {}

    /**
     * The workload does not carry the mark yet.
     *
     * @param uid the uid of the workload
     * @param bareAt the workload's resourceVersion if its pod template has no annotation at all, else empty
     */
    record Due(String uid, Optional<String> bareAt) implements Marking {}

    /** Another write came in between, or the API server was busy: the next reconciliation tries again. */
    record Missed() implements Marking {
        private static final Duration SOON = Duration.ofSeconds(2);

        @Override
        public Optional<Duration> again() {
            return Optional.of(SOON);
        }
    }

    /** The workload cannot be marked in its present state; the next reconciliation checks it again. */
    record Barred(String warning) implements Marking {
        @Override
        public Optional<Duration> again() {
            return Optional.of(Refusals.PATIENCE);
        }
    }

    /**
     * The API server refuses to read or to mark the workload.
     *
     * @param patience how long a new request would be refused as well
     */
    record Refused(String warning, Duration patience) implements Marking {
        @Override
        public Optional<Duration> again() {
            return Optional.of(patience);
        }
    }
}
