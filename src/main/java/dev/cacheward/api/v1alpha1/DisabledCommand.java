package dev.cacheward.api.v1alpha1;

/**
 * The commands that an author may disable. Every supported server (Redis 7.0 to 8, Valkey 8 and 9) knows them, since a server
 * does not start with an unknown name. The commands that the operator, the probes and the check need are not here.
 */
public enum DisabledCommand {
    FLUSHDB,
    FLUSHALL,
    KEYS,
    CONFIG,
    SORT,
    SORT_RO,
    SWAPDB,
    MOVE,
    MIGRATE,
    DUMP,
    RESTORE,
    RANDOMKEY,
    MONITOR,
    DEBUG,
    SHUTDOWN,
    SAVE,
    SLAVEOF,
    REPLICAOF,
    FAILOVER,
    SYNC,
    PSYNC,
    CLUSTER,
    MODULE,
    LATENCY,
    SLOWLOG,
    MEMORY,
    FUNCTION,
    FCALL,
    FCALL_RO
}
