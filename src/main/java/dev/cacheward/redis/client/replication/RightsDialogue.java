package dev.cacheward.redis.client.replication;

import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.StepFailure;

/**
 * Asks whether the operator may have the server change places with another. The command ends nothing, since nothing is under
 * way. A server of a release before warm rolls refuses it.
 */
public final class RightsDialogue implements Dialogue<Boolean> {
    @Override
    public Boolean hold(RedisSession session) throws StepFailure {
        try {
            session.send("FAILOVER", "ABORT").text();
            return true;
        } catch (StepFailure refused) {
            if (refused.isReply("ERR No failover")) {
                return true;
            }
            if (refused.isReply("NOPERM")) {
                return false;
            }
            throw refused;
        }
    }
}
