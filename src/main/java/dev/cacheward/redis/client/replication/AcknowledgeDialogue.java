package dev.cacheward.redis.client.replication;

import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisSession;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Has a replica acknowledge all that it has taken, again and again, while it takes over. By itself it does so once a second, and
 * applications would have to wait that long. The server answers nothing to the command, so no answer is awaited.
 *
 * @param done whether it is enough
 * @param most the time after which it is enough in any case
 */
record AcknowledgeDialogue(BooleanSupplier done, Duration most) implements Dialogue<Boolean> {
    private static final long PAUSE_MILLIS = 20;

    @Override
    public Boolean hold(RedisSession session) {
        long deadline = System.nanoTime() + most.toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < deadline) {
            session.send("REPLCONF", "GETACK", "*");
            HandoverDialogue.pause(PAUSE_MILLIS);
        }
        return true;
    }
}
