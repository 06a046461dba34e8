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
 * @param primary with the operator's login
 * @param replica with the login of replicas
 * @param known the address by which the primary knows the replica
 */
public record HandoverCall(Party primary, Party replica, RedisAddress known) {
    /** A server, and who talks to it. */
    public record Party(RedisAddress address, Login login) {}

    /** Makes the call, and waits for its end. */
    public Reply<Handover> make(RedisGateway gateway) {
        AtomicBoolean done = new AtomicBoolean();
        Runnable acknowledging = () -> gateway.ask(
                replica.address(),
                replica.login(),
                new AcknowledgeDialogue(done::get, HandoverDialogue.PATIENCE.plusSeconds(1)));
        new DaemonThreads("handover").newThread(acknowledging).start();
        try {
            return gateway.ask(
                    primary.address(), primary.login(), new HandoverDialogue(known, HandoverDialogue.PATIENCE));
        } finally {
            done.set(true);
        }
    }
}
