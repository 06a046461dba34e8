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
 * @param ping the time that a PING takes; empty if it was not asked, or refused
 */
public record ServerInfo(
        ServerVersion version, String runId, PersistenceInfo persistence, ServerStats stats, Optional<Duration> ping) {

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
                PersistenceInfo.of(fields),
                ServerStats.of(fields),
                Optional.empty());
    }

    ServerInfo withPing(Optional<Duration> measured) {
        return new ServerInfo(version, runId, persistence, stats, measured);
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
}
