package dev.cacheward.redis.client.replication;

import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.StepFailure;

/** Has a replica take writes itself, with the data that it has. Always true. */
public final class PromoteDialogue implements Dialogue<Boolean> {
    @Override
    public Boolean hold(RedisSession session) throws StepFailure {
        session.send("REPLICAOF", "NO", "ONE").text();
        return true;
    }
}
