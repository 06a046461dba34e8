package dev.cacheward.cacheprofile.model.roll;

import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.replication.ReplicationState;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;

/**
 * One of the two servers of a roll.
 *
 * @param name of its pod
 * @param pod empty while there is none
 * @param address empty while the pod has none
 * @param redis what the server says of its replication; empty if it was not asked or gave no answer
 */
public record Member(String name, Optional<Pod> pod, Optional<RedisAddress> address, Optional<ReplicationState> redis) {
    /** Whether it is a replica of the other, which has all of the other's data or not yet. */
    public boolean follows(Member other) {
        return redis.isPresent() && other.address.filter(redis.get()::follows).isPresent();
    }

    /** Whether it has all data of the other, as both of them say. */
    public boolean isInSyncWith(Member other) {
        return redis.isPresent()
                && other.address.filter(redis.get()::isInSyncWith).isPresent()
                && address.filter(own -> other.redis
                                .filter(primary -> primary.isFollowedBy(own))
                                .isPresent())
                        .isPresent();
    }

    /** Whether it answered, and takes writes itself. */
    public boolean isPrimary() {
        return redis.filter(ReplicationState::isPrimary).isPresent();
    }

    /** Whether it answered, and takes its data from another. */
    public boolean isReplica() {
        return redis.filter(state -> !state.isPrimary()).isPresent();
    }
}
