package dev.cacheward.cacheprofile.model.roll;

import dev.cacheward.redis.client.replication.ReplicationState;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a warm roll beside the objects of the server.
 *
 * @param wishes of a person
 * @param replication what the servers say of it, by the names of their pods; empty outside of a roll
 * @param mayHandOver whether the serving server lets the operator have it change places; empty if it was not asked, or gave no
 *     answer. It is asked if its pod is not of the template of now: then the Secret says nothing about it
 */
public record RollFacts(RollWishes wishes, Map<String, ReplicationState> replication, Optional<Boolean> mayHandOver) {
    /** Returns the facts of a server without a roll. */
    public static RollFacts none() {
        return new RollFacts(RollWishes.none(), Map.of(), Optional.empty());
    }
}
