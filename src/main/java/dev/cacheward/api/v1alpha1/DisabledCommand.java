package dev.cacheward.api.v1alpha1;

/**
 * The commands that an application can live without and that every supported server (Redis 7.0 to 8, Valkey 8 and 9) knows:
 * one name that a server does not know, and it does not start. What the operator, the probes and the check need is not here.
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
