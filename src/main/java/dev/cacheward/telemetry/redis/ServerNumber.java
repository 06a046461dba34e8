package dev.cacheward.telemetry.redis;

import dev.cacheward.redis.client.PersistenceInfo;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.redis.client.ServerStats;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A number that a server tells of itself.
 *
 * @param name of the meter
 * @param value NaN where the server does not tell it
 */
record ServerNumber(String name, String about, ToDoubleFunction<ServerInfo> value) {
    private static final double NANOS = 1e9;

    static final List<ServerNumber> GAUGES = List.of(
            new ServerNumber("cacheward.redis.ping.seconds", "Time from PING to its answer", ServerNumber::ping),
            of("cacheward.redis.memory.bytes", "Memory in use", ServerStats::memoryBytes),
            of("cacheward.redis.max.memory.bytes", "Memory that the keys may take", ServerNumber::limit),
            of(
                    "cacheward.redis.full.ratio",
                    "Memory that counts, of that",
                    stats -> stats.memory().fullRatio()),
            of("cacheward.redis.resident.bytes", "Memory of the process", ServerNumber::resident),
            of(
                    "cacheward.redis.fragmentation.ratio",
                    "The same, of the memory in use",
                    ServerStats::fragmentationRatio),
            of("cacheward.redis.keys", "Keys of all databases", ServerStats::keys),
            of(
                    "cacheward.redis.expiring.keys",
                    "Keys with an expiry",
                    stats -> stats.memory().expiring()),
            of("cacheward.redis.evictable.ratio", "Keys that may be evicted, of all", ServerStats::evictableRatio),
            of("cacheward.redis.hit.ratio", "Lookups that found a key, of all", ServerStats::hitRatio),
            of("cacheward.redis.connected.clients", "Connections", ServerStats::clients),
            of("cacheward.redis.max.clients", "Connections that there may be", stats -> known(stats.maxClients())),
            kept(
                    "cacheward.redis.write.ok",
                    "Whether the last write to disk succeeded",
                    disk -> disk.lastWriteOk() ? 1 : 0),
            kept("cacheward.redis.last.save.timestamp.seconds", "The last snapshot", ServerNumber::lastSave),
            kept("cacheward.redis.unsaved.changes", "Writes since then", PersistenceInfo::unsavedChanges));

    static final List<ServerNumber> COUNTERS = List.of(
            of("cacheward.redis.hits", "Lookups that found a key", ServerStats::hits),
            of("cacheward.redis.misses", "Lookups that found none", ServerStats::misses),
            of("cacheward.redis.evictions", "Keys that had to make room", ServerStats::evictions),
            of("cacheward.redis.expirations", "Keys that ended by their expiry", ServerStats::expired),
            of("cacheward.redis.cut.clients", "Connections that were cut for their buffers", ServerStats::cut));

    private static ServerNumber of(String name, String about, ToDoubleFunction<ServerStats> value) {
        return new ServerNumber(name, about, info -> value.applyAsDouble(info.stats()));
    }

    private static ServerNumber kept(String name, String about, ToDoubleFunction<PersistenceInfo> value) {
        return new ServerNumber(name, about, info -> value.applyAsDouble(info.persistence()));
    }

    private static double ping(ServerInfo info) {
        return info.ping().map(time -> time.toNanos() / NANOS).orElse(Double.NaN);
    }

    private static double limit(ServerStats stats) {
        return known(stats.memory().limit());
    }

    private static double resident(ServerStats stats) {
        return known(stats.memory().resident());
    }

    private static double lastSave(PersistenceInfo persistence) {
        return known(persistence.lastSaveEpochSeconds());
    }

    private static double known(long number) {
        return number > 0 ? number : Double.NaN;
    }
}
