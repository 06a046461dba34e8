package dev.cacheward.redis.client.replication;

import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.StepFailure;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;

/** Asks a server whom it follows and who follows it. */
public final class ReplicationDialogue implements Dialogue<ReplicationState> {
    @Override
    public ReplicationState hold(RedisSession session) throws StepFailure {
        return state(session);
    }

    /** Asks in the course of another dialogue. */
    static ReplicationState state(RedisSession session) throws StepFailure {
        String text = session.send("INFO", "server", "memory", "replication", "stats", "persistence")
                .text();
        try {
            return ReplicationState.parse(text);
        } catch (IllegalArgumentException e) {
            throw new StepFailure(
                    new Cause(Reason.NOT_REDIS, "What listens at the server's address answers INFO as no Redis does."),
                    "");
        }
    }
}
