package dev.cacheward.redis.client.replication;

import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.StepFailure;
import java.time.Duration;

/**
 * Has a primary change places with a replica, and then cuts its connections, so that applications connect anew and reach the
 * other. Writes are held back from before the change until the cut: no client is told {@code READONLY} in between, and each is
 * cut once. Nothing else happens on the way, so if the operator ends in the midst of it, the server is through within
 * a few seconds.
 *
 * @param replica the address that the primary knows the replica by
 * @param patience how long the primary may wait for the replica's acknowledgement of the last write
 */
public record HandoverDialogue(RedisAddress replica, Duration patience) implements Dialogue<Handover> {
    /** The replica acknowledges once a second, so that this is enough for one that keeps up. */
    public static final Duration PATIENCE = Duration.ofMillis(1_500);

    /** What the change itself takes after the last acknowledgement, with much to spare. */
    private static final Duration CHANGE = Duration.ofSeconds(2);

    private static final long PAUSE_MILLIS = 20;

    /** How long writes are held back if nobody lets them go. */
    private Duration held() {
        return patience.plus(CHANGE);
    }

    @Override
    public Duration limit(Duration usual) {
        Duration own = held().plusSeconds(1);
        return usual.compareTo(own) > 0 ? usual : own;
    }

    @Override
    public Handover hold(RedisSession session) throws StepFailure {
        ReplicationState before = ReplicationDialogue.state(session);
        if (before.failingOver()) {
            return end(session, awaited(session, before));
        }
        if (before.follows(replica)) {
            return end(session, before);
        }
        if (!before.isPrimary() || !before.isFollowedBy(replica)) {
            return Handover.NOT_FOLLOWED;
        }
        session.send("CLIENT", "PAUSE", String.valueOf(held().toMillis()), "WRITE")
                .text();
        try {
            return end(session, changed(session));
        } finally {
            session.send("CLIENT", "UNPAUSE").text();
        }
    }

    private ReplicationState changed(RedisSession session) throws StepFailure {
        session.send(
                        "FAILOVER",
                        "TO",
                        replica.host(),
                        String.valueOf(replica.port()),
                        "TIMEOUT",
                        String.valueOf(patience.toMillis()))
                .text();
        return awaited(session, ReplicationDialogue.state(session));
    }

    private ReplicationState awaited(RedisSession session, ReplicationState first) throws StepFailure {
        long deadline = System.nanoTime() + held().toNanos();
        ReplicationState state = first;
        while (state.failingOver() && System.nanoTime() < deadline) {
            pause(PAUSE_MILLIS);
            state = ReplicationDialogue.state(session);
        }
        return state;
    }

    private Handover end(RedisSession session, ReplicationState state) throws StepFailure {
        if (state.failingOver()) {
            return Handover.UNDECIDED;
        }
        if (!state.follows(replica)) {
            return Handover.TIMED_OUT;
        }
        session.send("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes").number();
        session.send("CLIENT", "KILL", "TYPE", "pubsub", "SKIPME", "yes").number();
        return Handover.DONE;
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
