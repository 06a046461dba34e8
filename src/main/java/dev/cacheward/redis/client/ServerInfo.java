package dev.cacheward.redis.client;

import dev.cacheward.redis.Product;
import dev.cacheward.redis.ServerVersion;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The values that are read from the answer to INFO.
 *
 * @param runId new with each start of the server
 * @param role {@code master} or {@code slave}, as Redis writes it
 * @param aofRewriteInProgress also true while a rewrite is only scheduled: the append-only file is not whole before it is done
 * @param lastSaveEpochSeconds the time of the last successful snapshot; the start of the server if there was none
 * @param ping the time that a PING takes; empty if it was not asked, or refused
 */
public record ServerInfo(
        ServerVersion version,
        String runId,
        String role,
        boolean loading,
        boolean aofEnabled,
        boolean aofRewriteInProgress,
        boolean aofLastRewriteOk,
        boolean bgsaveInProgress,
        boolean lastBgsaveOk,
        long lastSaveEpochSeconds,
        ServerStats numbers,
        Optional<Duration> ping) {

    /**
     * Reads the default sections of INFO. Valkey sends {@code redis_version:7.2.4} for old clients, and its own version beside
     * it.
     *
     * @throws IllegalArgumentException if the text has no version, so that it is no answer to INFO
     */
    public static ServerInfo parse(String infoText) {
        Map<String, String> fields = infoText.lines()
                .filter(line -> !line.startsWith("#") && line.contains(":"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(':')),
                        line -> line.substring(line.indexOf(':') + 1).strip(),
                        (first, second) -> second));
        return new ServerInfo(
                version(fields),
                fields.getOrDefault("run_id", ""),
                fields.getOrDefault("role", ""),
                is(fields, "loading"),
                is(fields, "aof_enabled"),
                is(fields, "aof_rewrite_in_progress") || is(fields, "aof_rewrite_scheduled"),
                !"err".equals(fields.get("aof_last_bgrewrite_status")),
                is(fields, "rdb_bgsave_in_progress"),
                !"err".equals(fields.get("rdb_last_bgsave_status")),
                Long.parseLong(fields.getOrDefault("rdb_last_save_time", "0")),
                ServerStats.of(fields),
                Optional.empty());
    }

    ServerInfo withPing(Optional<Duration> measured) {
        return new ServerInfo(
                version,
                runId,
                role,
                loading,
                aofEnabled,
                aofRewriteInProgress,
                aofLastRewriteOk,
                bgsaveInProgress,
                lastBgsaveOk,
                lastSaveEpochSeconds,
                numbers,
                measured);
    }

    private static ServerVersion version(Map<String, String> fields) {
        if (fields.containsKey("valkey_version")) {
            return ServerVersion.parse(Product.VALKEY, fields.get("valkey_version"));
        }
        if (fields.containsKey("redis_version")) {
            return ServerVersion.parse(Product.REDIS, fields.get("redis_version"));
        }
        throw new IllegalArgumentException("INFO without a version");
    }

    private static boolean is(Map<String, String> fields, String name) {
        return "1".equals(fields.get(name));
    }
}
