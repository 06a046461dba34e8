package dev.cacheward.health;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Tells how far the process has started. A standby replica counts as ready: it does its job, and a rollout of several replicas
 * could not finish otherwise, since only one of them leads.
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

    /** @param takesPart whether a standby replica could take the lead */
    public ProcessState(BooleanSupplier takesPart) {
        this.takesPart = takesPart;
    }

    /** Marks the process as complete, but not leading. */
    public void standBy() {
        at = At.STANDING_BY;
    }

    /** Marks that the caches are being filled, and that nothing can be reconciled yet. */
    public void fillCaches() {
        at = At.FILLING_CACHES;
    }

    /** Marks that this replica acts. */
    public void serve() {
        at = At.SERVING;
    }

    /** Marks that no new work is started. */
    public void stop() {
        at = At.STOPPING;
    }

    /** Says why this process is not ready; empty if it is. */
    public Optional<String> notReady() {
        At now = at;
        boolean ready = now == At.SERVING || now == At.STANDING_BY && takesPart.getAsBoolean();
        started |= ready;
        return ready ? Optional.empty() : Optional.of(now.notReady);
    }

    /** Says why this process has not started; empty once it was ready. */
    public Optional<String> notStarted() {
        Optional<String> notReady = notReady();
        return started ? Optional.empty() : notReady;
    }
}
