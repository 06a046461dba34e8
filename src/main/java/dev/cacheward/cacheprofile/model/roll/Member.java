package dev.cacheward.cacheprofile.model.roll;

import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.replication.ReplicationState;
import dev.cacheward.redis.conf.RedisConf;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
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
        return redis.isPresent()
                && other.replicating(this).filter(redis.get()::follows).isPresent();
    }

    /** Whether it has all data of the other, as both of them say. */
    public boolean isInSyncWith(Member other) {
        return redis.isPresent()
                && other.replicating(this).filter(redis.get()::isInSyncWith).isPresent()
                && replicating(other)
                        .filter(own -> other.redis
                                .filter(primary -> primary.isFollowedBy(own))
                                .isPresent())
                        .isPresent();
    }

    /**
     * Returns where another server reaches this one to copy its data, and by which each knows the other. It is encrypted only if
     * both can do that.
     */
    public Optional<RedisAddress> replicating(Member other) {
        return address.map(own -> encrypts() && !other.encrypts()
                ? new RedisAddress(own.host(), RedisConf.PORT)
                : new RedisAddress(own.host(), own.port()));
    }

    /** Returns the parameters by which this server copies from the other and lets it copy, name and value in turn. */
    public List<String> replicationParameters(Member other) {
        if (!encrypts()) {
            return List.of();
        }
        return other.encrypts()
                ? List.of("tls-replication", "yes")
                : List.of("tls-replication", "no", "port", String.valueOf(RedisConf.PORT));
    }

    private boolean encrypts() {
        return address.flatMap(RedisAddress::tls).isPresent();
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
