package dev.cacheward.cacheprofile.turns;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Limits how many servers are waited for at once, in all and of one namespace, so that servers that do not answer hold at most a
 * share of the threads of the reconciliations. Servers that are known to be slow have a share of their own, which leaves the
 * other one to those that answer.
 */
final class NamespaceShares {
    /** Together these are fewer than the threads of the reconciliations: the rest never waits for a Redis. */
    private static final int QUICK = 6;

    private static final int QUICK_OF_ONE = 3;
    private static final int SLOW = 2;
    private static final int SLOW_OF_ONE = 1;

    /** A server that is well is done within this time, so it is worth waiting for its turn to end. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final Lane quick = new Lane(QUICK, QUICK_OF_ONE);
    private final Lane slow = new Lane(SLOW, SLOW_OF_ONE);

    /** Allows to wait for one server, until it is given back. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /** @return empty if others have all turns, and have had them for long */
    Optional<Turn> take(String namespace, boolean knownAsSlow) {
        return (knownAsSlow ? slow : quick).take(namespace);
    }

    private record Holder(String namespace, long since) {}

    private static final class Lane {
        private final List<Holder> holders = new ArrayList<>();
        private final int most;
        private final int mostOfOne;

        private Lane(int most, int mostOfOne) {
            this.most = most;
            this.mostOfOne = mostOfOne;
        }

        private synchronized Optional<Turn> take(String namespace) {
            for (long left = left(namespace); left > 0; left = left(namespace)) {
                if (!await(left)) {
                    return Optional.empty();
                }
            }
            if (isFull(namespace)) {
                return Optional.empty();
            }
            Holder holder = new Holder(namespace, System.nanoTime());
            holders.add(holder);
            return Optional.of(() -> giveBack(holder));
        }

        private boolean isFull(String namespace) {
            return holders.size() >= most || of(namespace) >= mostOfOne;
        }

        private long of(String namespace) {
            return holders.stream()
                    .filter(holder -> holder.namespace().equals(namespace))
                    .count();
        }

        /** Returns how many nanoseconds the youngest of the holders may still take; 0 if there is nothing to wait for. */
        private long left(String namespace) {
            long now = System.nanoTime();
            boolean own = of(namespace) >= mostOfOne;
            return isFull(namespace)
                    ? holders.stream()
                            .filter(holder -> !own || holder.namespace().equals(namespace))
                            .mapToLong(holder -> Math.max(0, PATIENCE.toNanos() - (now - holder.since())))
                            .max()
                            .orElse(0)
                    : 0;
        }

        private boolean await(long nanos) {
            try {
                wait(nanos / 1_000_000 + 1);
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        /** Another holder may be equal to this one, and then it does not matter which is removed. */
        private synchronized void giveBack(Holder holder) {
            holders.remove(holder);
            notifyAll();
        }
    }
}
