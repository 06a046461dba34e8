package dev.cacheward.leader;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/**
 * Takes one replica's part in the election of a leader: each {@link #turn} reads the Lease, and takes or renews it. The
 * client's own elector is not used, since it compares the clock of another machine with its own, and checks its deadline only
 * between two requests, each of which may hang.
 *
 * <p>One thread takes the turns; any thread may call {@link #leads}.
 */
final class Election {
    private enum State {
        STANDING_BY,
        LEADING,
        OVER
    }

    private final LeaseStore store;
    private final LeaseRecord record;
    private final LeaseTimes times;
    private final LongSupplier nanoTime;
    private final Candidacy candidacy;
    private final CompletableFuture<Void> won = new CompletableFuture<>();
    private volatile State state = State.STANDING_BY;
    private volatile long actUntil;
    private volatile long lastTurn;
    private volatile Optional<Long> lastAnswer = Optional.empty();
    private Optional<Lease> held = Optional.empty();

    /** @param nanoTime a monotonic clock such as {@link System#nanoTime} */
    Election(LeaseStore store, LeaseRecord record, LeaseTimes times, LongSupplier nanoTime) {
        this.store = store;
        this.record = record;
        this.times = times;
        this.nanoTime = nanoTime;
        this.candidacy = new Candidacy(times.leaseDuration());
        this.lastTurn = now();
    }

    /** Returns a future that the winning turn completes; without one, it never completes. */
    CompletableFuture<Void> won() {
        return won;
    }

    /** Whether this replica may act at this moment. A replica that has lost the lead never leads again. */
    boolean leads() {
        return state == State.LEADING && now() - actUntil < 0;
    }

    /** Whether this replica has led and may no longer act. */
    boolean lost() {
        return state == State.LEADING && !leads() || state == State.OVER;
    }

    /** Returns how long this replica may still act; negative after the deadline. */
    Duration left() {
        return Duration.ofNanos(actUntil - now());
    }

    /** Ends the leadership for good. */
    void giveUp() {
        state = State.OVER;
    }

    /** Returns the time since the last turn began. */
    Duration idle() {
        return Duration.ofNanos(now() - lastTurn);
    }

    /** Returns the time since the last turn that the API server answered well; empty if there was none. */
    Optional<Duration> silence() {
        return lastAnswer.map(at -> Duration.ofNanos(now() - at));
    }

    /**
     * Reads the Lease once, and takes or renews it.
     *
     * @return when the next turn is due
     * @throws io.fabric8.kubernetes.client.KubernetesClientException if the API server does not answer well; the next turn may
     *     succeed
     */
    Duration turn() {
        lastTurn = now();
        Duration next = switch (state) {
            case STANDING_BY -> standBy();
            case LEADING -> renew();
            case OVER -> times.renewPeriod();
        };
        lastAnswer = Optional.of(now());
        return next;
    }

    /**
     * Gives the Lease back, so that another replica can take it at once. Call this only after all work has ended.
     *
     * @return whether this replica held the Lease
     */
    boolean resign() {
        giveUp();
        Optional<Lease> mine = store.read().filter(record::isMine);
        return mine.isPresent() && store.write(mine, record.given(mine.get())).isPresent();
    }

    private Duration standBy() {
        long asked = now();
        Optional<Lease> found = store.read();
        boolean mine = found.filter(record::isMine).isPresent(); // by an earlier write without an answer
        Duration wait = mine ? Duration.ZERO : candidacy.wait(found, asked, now());
        if (!wait.isZero()) {
            return wait.compareTo(times.retryPeriod()) < 0 ? wait : times.retryPeriod();
        }
        return write(found, record.taken(found)) ? times.renewPeriod() : times.retryPeriod();
    }

    private Duration renew() {
        if (!leads() || !write(held, record.renewed(held.orElseThrow())) && !writeAfterAnotherLook()) {
            giveUp();
        }
        return times.renewPeriod();
    }

    /** Reads the Lease again: another client may have changed it, for example by a label, while this replica still holds it. */
    private boolean writeAfterAnotherLook() {
        Optional<Lease> found = store.read().filter(record::isMine);
        return found.isPresent() && leads() && write(found, record.renewed(found.get()));
    }

    private boolean write(Optional<Lease> seen, LeaseSpec spec) {
        long sent = now();
        Optional<Lease> written = store.write(seen, spec);
        if (written.isEmpty()) {
            return false;
        }
        held = written;
        actUntil = sent + times.renewDeadline().toNanos();
        if (state == State.STANDING_BY && now() - actUntil < 0) {
            state = State.LEADING;
            won.complete(null);
        }
        return true;
    }

    private long now() {
        return nanoTime.getAsLong();
    }
}
