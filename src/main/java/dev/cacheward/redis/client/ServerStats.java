package dev.cacheward.redis.client;

import java.util.Map;
import java.util.stream.Stream;

/**
 * The numbers of a server. Its counters start from zero with each start of the server.
 *
 * @param memoryBytes the memory in use, for the data and for the server itself
 * @param dataBytes the memory in use without the buffers of clients, which no restart brings back
 * @param keys the number of keys in all databases
 * @param clients the number of connections, including the operator's
 */
public record ServerStats(
        long memoryBytes, long dataBytes, long keys, long hits, long misses, long evictions, long clients) {
    static ServerStats of(Map<String, String> info) {
        return new ServerStats(
                number(info.getOrDefault("used_memory", "0")),
                dataBytes(info),
                info.entrySet().stream()
                        .filter(field -> field.getKey().matches("db[0-9]+"))
                        .mapToLong(field -> keys(field.getValue()))
                        .sum(),
                number(info.getOrDefault("keyspace_hits", "0")),
                number(info.getOrDefault("keyspace_misses", "0")),
                number(info.getOrDefault("evicted_keys", "0")),
                number(info.getOrDefault("connected_clients", "0")));
    }

    private static long dataBytes(Map<String, String> info) {
        long buffers = Stream.of("mem_clients_normal", "mem_clients_slaves", "mem_aof_buffer")
                .mapToLong(name -> number(info.getOrDefault(name, "0")))
                .sum();
        return Math.max(number(info.getOrDefault("used_memory", "0")) - buffers, 0);
    }

    /** Returns a ratio between 0 and 1; NaN before the first lookup. */
    public double hitRatio() {
        return (double) hits / (hits + misses);
    }

    /** Reads the number of keys from a text such as {@code keys=3,expires=1,avg_ttl=0}. */
    private static long keys(String database) {
        return number(database.replaceFirst("^keys=([0-9]+).*$", "$1"));
    }

    /** Reads a number; 0 if it is unreadable, since these numbers must not make a check fail. */
    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }
}
