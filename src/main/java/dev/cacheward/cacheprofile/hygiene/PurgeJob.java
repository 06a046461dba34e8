package dev.cacheward.cacheprofile.hygiene;

import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.client.keys.Pace;
import dev.cacheward.redis.client.keys.PurgeDialogue;
import dev.cacheward.redis.client.keys.ScanPosition;
import dev.cacheward.status.Cause;
import java.util.Optional;

/**
 * One purge. Each slice begins where the last one has ended, or at the start of the keys on another server. A slice that fails is the
 * last, until a reconciliation names the server to go on with. Deleting is safe to repeat, so nothing of this needs to outlive the
 * process.
 */
final class PurgeJob {
    /** So many slices may fail in a row before it is told: a server that is being replaced takes no writes for a moment. */
    private static final int FORGIVEN = 2;

    private final String pattern;
    private final RedisGateway gateway;
    private final HygieneThreads threads;
    private ScanPosition position = ScanPosition.start();
    private Optional<Target> target = Optional.empty();
    private Optional<Cause> trouble = Optional.empty();
    private boolean queued;
    private boolean whole;
    private int failures;
    private long deleted;
    private volatile boolean held;

    PurgeJob(String pattern, RedisGateway gateway, HygieneThreads threads) {
        this.pattern = pattern;
        this.gateway = gateway;
        this.threads = threads;
    }

    /**
     * How far a purge is.
     *
     * @param trouble why several slices in a row have failed
     */
    record Progress(long deleted, boolean whole, Optional<Cause> trouble) {}

    String pattern() {
        return pattern;
    }

    /**
     * Goes on, if it is not done.
     *
     * @param server empty for the one that it was told last
     */
    synchronized Progress goOn(Optional<Target> server) {
        held = false;
        target = server.or(() -> target);
        enqueue();
        return new Progress(deleted, whole, trouble.filter(cause -> failures > FORGIVEN));
    }

    /** Ends the slice that runs at its next step. */
    void hold() {
        held = true;
    }

    private synchronized void enqueue() {
        if (target.isPresent() && !queued && !whole && !held) {
            queued = true;
            threads.execute(this::slice);
        }
    }

    private void slice() {
        boolean worked = false;
        try {
            worked = !held && asked(now());
        } finally {
            ended(worked);
        }
    }

    private boolean asked(Next next) {
        PurgeDialogue dialogue = new PurgeDialogue(next.from(), pattern, Pace.GENTLE, () -> !held);
        return next.server().ask(gateway, dialogue).<Boolean>fold(this::take, this::fail);
    }

    private record Next(Target server, ScanPosition from) {}

    private synchronized Next now() {
        return new Next(target.orElseThrow(), position);
    }

    private synchronized void ended(boolean worked) {
        queued = false;
        if (worked) {
            enqueue();
        }
    }

    private synchronized boolean take(PurgeDialogue.Slice slice) {
        position = slice.next();
        deleted += slice.deleted();
        whole = slice.whole();
        if (slice.trouble().isPresent()) {
            return fail(slice.trouble().get());
        }
        failures = 0;
        trouble = Optional.empty();
        return true;
    }

    private synchronized boolean fail(Cause cause) {
        failures++;
        trouble = Optional.of(cause);
        return false;
    }
}
