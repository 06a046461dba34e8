package dev.cacheward.redis.client;

import dev.cacheward.redis.Product;
import dev.cacheward.redis.ServerVersion;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values that are read from the answer to INFO.
 *
 * @param runId new with each start of the server
 * @param ping the time that a PING takes; empty if it was not asked, or refused
 */
public record ServerInfo(
        ServerVersion version, String runId, PersistenceInfo persistence, ServerStats stats, Optional<Duration> ping) {

    /** In lines. The rest of a longer text is left out, so that it costs no more memory than a usual one. */
    private static final int LONGEST = 2_000;

    /**
     * Reads the sections of INFO. The other products send a {@code redis_version} for old clients, and their own version beside
     * it.
     *
     * @throws IllegalArgumentException if the text has no version, so that it is no answer to INFO
     */
    public static ServerInfo parse(String infoText) {
        Map<String, String> fields = infoText.lines()
                .limit(LONGEST)
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
        return Stream.of(Product.values())
                .filter(product -> fields.containsKey(product.infoField()))
                .findFirst()
                .map(product -> ServerVersion.parse(product, fields.get(product.infoField())))
                .orElseThrow(() -> new IllegalArgumentException("INFO without a version"));
    }
}
