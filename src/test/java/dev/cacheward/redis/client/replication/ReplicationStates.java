package dev.cacheward.redis.client.replication;

/** What servers say of their replication, without a server. */
public final class ReplicationStates {
    private ReplicationStates() {}

    /** @param info as INFO prints it */
    public static ReplicationState of(String info) {
        return ReplicationState.parse(info);
    }
}
