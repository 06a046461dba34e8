package dev.cacheward.redis.client.replication;

import dev.cacheward.redis.Login;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.StepFailure;
import java.util.ArrayList;
import java.util.List;

/**
 * Prepares a server for a replica: it sends its data as soon as it is asked, and has the login that it needs to follow the
 * replica once they have changed places. Always true.
 *
 * @param more parameters, name and value in turn
 */
public record LeadDialogue(SecretConfig config, Login replica, List<String> more) implements Dialogue<Boolean> {
    @Override
    public Boolean hold(RedisSession session) throws StepFailure {
        List<String> parameters = new ArrayList<>(more);
        parameters.addAll(List.of("repl-diskless-sync-delay", "0"));
        config.follow(session, replica, parameters);
        return true;
    }
}
