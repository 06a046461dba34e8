package dev.cacheward.health;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * How far the process has come. A replica that stands by counts as ready: it does all that it is there for, and a rollout of
 * several replicas, of which one leads, could not end otherwise.
 */
public final class ProcessState {
    private enum At {
        STARTING("The process is starting."),
        STANDING_BY("The Lease by which the replicas elect a leader cannot be read."),
        FILLING_CACHES("The caches are being filled."),
        SERVING(""),
        STOPPING("The process is stopping.");

        private final String notReady;

        At(String notReady) {
            this.notReady = notReady;
        }
    }

    private final BooleanSupplier takesPart;
    private volatile At at = At.STARTING;
    private volatile boolean started;

    /** @param takesPart whether a replica that stands by could lead if the other one went */
    public ProcessState(BooleanSupplier takesPart) {
        this.takesPart = takesPart;
    }

    /** All that is needed is there, but another replica may lead. */
    public void standBy() {
        at = At.STANDING_BY;
    }

    /** Nothing can be reconciled yet. */
    public void fillCaches() {
        at = At.FILLING_CACHES;
    }

    /** This replica acts. */
    public void serve() {
        at = At.SERVING;
    }

    /** Nothing new is taken up. */
    public void stop() {
        at = At.STOPPING;
    }

    /** Why this process is not ready; empty: it is. */
    public Optional<String> notReady() {
        At now = at;
        boolean ready = now == At.SERVING || now == At.STANDING_BY && takesPart.getAsBoolean();
        started |= ready;
        return ready ? Optional.empty() : Optional.of(now.notReady);
    }

    /** Why this process has not come up; empty once it was ready. */
    public Optional<String> notStarted() {
        Optional<String> notReady = notReady();
        return started ? Optional.empty() : notReady;
    }
}
