package dev.cacheward.redis.client;

/**
 * Starts a snapshot in the background, or has it started after a running rewrite of the append-only file. It returns false if a
 * snapshot was running already, which may miss the latest writes.
 */
public final class SnapshotDialogue implements Dialogue<Boolean> {
    @Override
    public Boolean hold(RedisSession session) throws StepFailure {
        try {
            session.send("BGSAVE", "SCHEDULE").text();
            return true;
        } catch (StepFailure e) {
            if (e.isReply("ERR Background save already in progress")) {
                return false;
            }
            throw e;
        }
    }
}
