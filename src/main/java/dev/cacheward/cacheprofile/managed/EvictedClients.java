package dev.cacheward.cacheprofile.managed;

import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.status.Warnings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers when servers last cut connections for the size of their buffers. Redis tells only how often it did so since its
 * start. The warning stands for an hour after the last cut, so that an application that is cut all the time does not change the
 * status all the time.
 */
final class EvictedClients {
    private static final Duration STANDS = Duration.ofHours(1);

    private static final Warnings WARNING = new Warnings(
            List.of(
                    "In the last hour Redis cut connections, since the buffers of all together were too large, as with"
                            + " values of many megabytes: store smaller values, or raise maxMemory or config.maxmemory-clients."));

    private final Map<String, Cut> cuts = new ConcurrentHashMap<>();

    /**
     * The last cuts of a server.
     *
     * @param count since its start
     */
    private record Cut(String runId, long count, Instant at) {
        boolean isOlderThan(ServerInfo info) {
            return !runId.equals(info.runId()) || count < info.stats().cut();
        }
    }

    /** @param uid of the profile */
    Warnings observe(String uid, ObservedRedis redis, Instant now) {
        if (redis instanceof ObservedRedis.Answered answered
                && answered.info().stats().cut() > 0) {
            ServerInfo info = answered.info();
            cuts.compute(
                    uid,
                    (key, last) -> last == null || last.isOlderThan(info)
                            ? new Cut(info.runId(), info.stats().cut(), now)
                            : last);
        }
        return Optional.ofNullable(cuts.get(uid))
                .filter(cut -> Duration.between(cut.at(), now).compareTo(STANDS) < 0)
                .map(cut -> WARNING)
                .orElseGet(Warnings::none);
    }

    void forget(String uid) {
        cuts.remove(uid);
    }
}
