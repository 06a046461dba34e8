package dev.cacheward.redis.client;

import java.util.Map;

/**
 * How a server is doing; counters begin anew with each start of it.
 *
 * @param memoryBytes in use, of data and of the server itself
 * @param keys of all databases
 * @param clients that are connected, the operator among them
 */
public record ServerStats(long memoryBytes, long keys, long hits, long misses, long evictions, long clients) {
    static ServerStats of(Map<String, String> info) {
        return new ServerStats(
                number(info.getOrDefault("used_memory", "0")),
                info.entrySet().stream()
                        .filter(field -> field.getKey().matches("db[0-9]+"))
                        .mapToLong(field -> keys(field.getValue()))
                        .sum(),
                number(info.getOrDefault("keyspace_hits", "0")),
                number(info.getOrDefault("keyspace_misses", "0")),
                number(info.getOrDefault("evicted_keys", "0")),
                number(info.getOrDefault("connected_clients", "0")));
    }

    /** Between 0 and 1; not a number before the first lookup. */
    public double hitRatio() {
        return (double) hits / (hits + misses);
    }

    /** Such as {@code keys=3,expires=1,avg_ttl=0}. */
    private static long keys(String database) {
        return number(database.replaceFirst("^keys=([0-9]+).*$", "$1"));
    }

    /** Numbers are for looking at: what cannot be read must not fail a check. */
    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }
}
