package dev.cacheward.redis.client.replication;

import dev.cacheward.redis.Login;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.threads.DaemonThreads;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Has two servers change places, which takes a talk with each of them at the same time.
 *
 * @param operator the login at the primary
 * @param follower the login of replicas, at the replica
 */
public record HandoverCall(RedisAddress primary, Login operator, RedisAddress replica, Login follower) {
    /** Makes the call, and waits for its end. */
    public Reply<Handover> make(RedisGateway gateway) {
        AtomicBoolean done = new AtomicBoolean();
        Runnable acknowledging = () -> gateway.ask(
                replica, follower, new AcknowledgeDialogue(done::get, HandoverDialogue.PATIENCE.plusSeconds(1)));
        new DaemonThreads("handover").newThread(acknowledging).start();
        try {
            return gateway.ask(primary, operator, new HandoverDialogue(replica, HandoverDialogue.PATIENCE));
        } finally {
            done.set(true);
        }
    }
}
