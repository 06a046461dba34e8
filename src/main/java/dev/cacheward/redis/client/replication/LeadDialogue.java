package dev.cacheward.redis.client.replication;

import dev.cacheward.redis.Login;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.StepFailure;

/**
 * Prepares a server for a replica: it sends its data as soon as it is asked, and has the login that it needs to follow the
 * replica once they have changed places. Always true.
 */
public record LeadDialogue(SecretConfig config, Login replica) implements Dialogue<Boolean> {
    @Override
    public Boolean hold(RedisSession session) throws StepFailure {
        config.follow(session, replica, "repl-diskless-sync-delay", "0");
        return true;
    }
}
