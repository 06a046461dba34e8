package dev.cacheward.redis.client;

import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The numbers of a server. Its counters start from zero with each start of the server.
 *
 * @param memoryBytes the memory in use, for the data and for the server itself
 * @param keys the number of keys in all databases
 * @param clients the number of connections, including the operator's
 * @param cut the number of connections that were closed since the buffers of all together were too large
 */
public record ServerStats(
        long memoryBytes, long keys, long hits, long misses, long evictions, long clients, long cut, Memory memory) {
    /**
     * How full a server is.
     *
     * @param limit the value of {@code maxmemory}; 0 if there is none
     * @param counted the part of the memory in use that counts against the limit
     * @param expiring the number of keys with an expiry, in all databases
     * @param policy what is evicted, as in redis.conf
     */
    public record Memory(long limit, long counted, long expiring, String policy) {}

    static ServerStats of(Map<String, String> info) {
        return new ServerStats(
                number(info.getOrDefault("used_memory", "0")),
                sum(info, ServerStats::keys),
                number(info.getOrDefault("keyspace_hits", "0")),
                number(info.getOrDefault("keyspace_misses", "0")),
                number(info.getOrDefault("evicted_keys", "0")),
                number(info.getOrDefault("connected_clients", "0")),
                number(info.getOrDefault("evicted_clients", "0")),
                memory(info));
    }

    private static Memory memory(Map<String, String> info) {
        return new Memory(
                number(info.getOrDefault("maxmemory", "0")),
                number(info.getOrDefault("used_memory", "0"))
                        - number(info.getOrDefault("mem_not_counted_for_evict", "0")),
                sum(info, ServerStats::expiring),
                info.getOrDefault("maxmemory_policy", ""));
    }

    private static long sum(Map<String, String> info, ToLongFunction<String> part) {
        return info.entrySet().stream()
                .filter(field -> field.getKey().matches("db[0-9]+"))
                .mapToLong(field -> part.applyAsLong(field.getValue()))
                .sum();
    }

    /** Returns a ratio between 0 and 1; NaN before the first lookup. */
    public double hitRatio() {
        return (double) hits / (hits + misses);
    }

    /** Reads the number of keys from a text such as {@code keys=3,expires=1,avg_ttl=0}. */
    private static long keys(String database) {
        return number(database.replaceFirst("^keys=([0-9]+).*$", "$1"));
    }

    private static long expiring(String database) {
        return number(database.replaceFirst("^keys=[0-9]+,expires=([0-9]+).*$", "$1"));
    }

    /** Reads a number; 0 if it is unreadable, since these numbers must not make a check fail. */
    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }
}
