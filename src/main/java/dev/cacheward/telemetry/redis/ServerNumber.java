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
                    "Part of the memory that the keys may take that is taken",
                    stats -> stats.memory().fullRatio()),
            of("cacheward.redis.resident.bytes", "Memory of the server's process", ServerNumber::resident),
            of(
                    "cacheward.redis.fragmentation.ratio",
                    "Memory of the process for each byte in use",
                    ServerStats::fragmentationRatio),
            of("cacheward.redis.keys", "Keys of all databases", ServerStats::keys),
            of(
                    "cacheward.redis.expiring.keys",
                    "Keys with an expiry",
                    stats -> stats.memory().expiring()),
            of(
                    "cacheward.redis.evictable.ratio",
                    "Part of the keys that a full server may evict",
                    ServerStats::evictableRatio),
            of("cacheward.redis.hit.ratio", "Part of all lookups that found a key", ServerStats::hitRatio),
            of("cacheward.redis.connected.clients", "Connections, the operator's own among them", ServerStats::clients),
            of("cacheward.redis.max.clients", "Connections that there may be", stats -> known(stats.maxClients())),
            kept(
                    "cacheward.redis.write.ok",
                    "Whether the last write to disk succeeded",
                    disk -> disk.lastWriteOk() ? 1 : 0),
            kept(
                    "cacheward.redis.last.save.timestamp.seconds",
                    "When the last snapshot was written, or the server was started",
                    ServerNumber::lastSave),
            kept("cacheward.redis.unsaved.changes", "Writes since the last snapshot", PersistenceInfo::unsavedChanges));

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
