package dev.cacheward.redis.client.replication;

import dev.cacheward.redis.Login;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.StepFailure;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a server into a replica of another. What it holds is replaced by the data of the other, which it loads beside its own
 * without a file. A server that follows already is told nothing. It returns false, and does nothing, if the server has replicas
 * itself: then others count on its data.
 *
 * @param own the address by which the primary is to know the replica, whatever way its connections come
 * @param more parameters, name and value in turn
 */
public record FollowDialogue(
        SecretConfig config, RedisAddress own, RedisAddress primary, Login replica, List<String> more)
        implements Dialogue<Boolean> {
    @Override
    public Boolean hold(RedisSession session) throws StepFailure {
        ReplicationState before = ReplicationDialogue.state(session);
        if (!before.replicas().isEmpty()) {
            return false;
        }
        if (!before.follows(primary)) {
            List<String> parameters = new ArrayList<>(more);
            parameters.addAll(List.of("repl-diskless-load", "swapdb", "replica-announce-ip", own.host()));
            config.follow(session, replica, parameters);
            session.send("REPLICAOF", primary.host(), String.valueOf(primary.port()))
                    .text();
        }
        return true;
    }
}
