package dev.cacheward.restart;

import java.time.Duration;
import java.util.Optional;

/** The state of a workload that should carry a mark. */
sealed interface Marking {
    /** Returns when to check the workload again at the latest; empty if there is no limit. */
    default Optional<Duration> again() {
        return Optional.empty();
    }

    /** What a person has to put right; empty when nothing is wrong. */
    default Optional<String> warning() {
        return Optional.empty();
    }

    /** Whether the API server has answered as asked, so that an earlier refusal does not stand any more. */
    boolean liftsRefusal();

    /** It carries the mark. */
    record Done() implements Marking {
        @Override
        public boolean liftsRefusal() {
            return true;
        }
    }

    /**
     * The workload does not carry the mark yet.
     *
     * @param uid the uid of the workload
     * @param bareAt the workload's resourceVersion if its pod template has no annotation at all, else empty
     */
    record Due(String uid, Optional<String> bareAt) implements Marking {
        @Override
        public boolean liftsRefusal() {
            return false;
        }
    }

    /** Others take the mark away, and it is not written now; the warning is that of all contentions. */
    record Contested() implements Marking {
        @Override
        public boolean liftsRefusal() {
            return false;
        }
    }

    /** Another write came in between, or the API server was busy: the next reconciliation tries again. */
    record Missed() implements Marking {
        private static final Duration SOON = Duration.ofSeconds(2);

        @Override
        public Optional<Duration> again() {
            return Optional.of(SOON);
        }

        @Override
        public boolean liftsRefusal() {
            return false;
        }
    }

    /**
     * The workload cannot be marked in its present state; the next reconciliation checks it again.
     *
     * @param message says why, and what helps
     */
    record Barred(String message) implements Marking {
        @Override
        public Optional<Duration> again() {
            return Optional.of(Refusals.PATIENCE);
        }

        @Override
        public Optional<String> warning() {
            return Optional.of(message);
        }

        @Override
        public boolean liftsRefusal() {
            return true;
        }
    }

    /**
     * The API server refuses to read or to mark the workload.
     *
     * @param message says how
     * @param patience for how long asking again would be refused as well
     */
    record Refused(String message, Duration patience) implements Marking {
        @Override
        public Optional<Duration> again() {
            return Optional.of(patience);
        }

        @Override
        public Optional<String> warning() {
            return Optional.of(message);
        }

        @Override
        public boolean liftsRefusal() {
            return false;
        }
    }
}
