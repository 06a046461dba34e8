package dev.cacheward.redis.client;

import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The numbers of a server. Its counters start from zero with each start of the server.
 *
 * @param memoryBytes the memory in use, for the data and for the server itself
 * @param keys the number of keys in all databases
 * @param expired the number of keys that have ended by their expiry
 * @param maxClients the number of connections that there may be; 0 if the server does not tell
 * @param clients the number of connections, including the operator's
 * @param cut the number of connections that were closed since the buffers of all together were too large
 */
public record ServerStats(
        long memoryBytes,
        long keys,
        long hits,
        long misses,
        long evictions,
        long expired,
        long clients,
        long maxClients,
        long cut,
        Memory memory) {
    /**
     * How full a server is.
     *
     * @param limit the value of {@code maxmemory}; 0 if there is none
     * @param counted the part of the memory in use that counts against the limit
     * @param resident what the process takes of the machine's memory; 0 if the server does not tell
     * @param expiring the number of keys with an expiry, in all databases
     * @param policy what is evicted, as in redis.conf
     */
    public record Memory(long limit, long counted, long resident, long expiring, String policy) {
        /** Returns how full it is, as a part of 1; NaN without a limit. */
        public double fullRatio() {
            return limit > 0 ? (double) counted / limit : Double.NaN;
        }
    }

    static ServerStats of(Map<String, String> info) {
        return new ServerStats(
                number(info, "used_memory"),
                sum(info, ServerStats::keys),
                number(info, "keyspace_hits"),
                number(info, "keyspace_misses"),
                number(info, "evicted_keys"),
                number(info, "expired_keys"),
                number(info, "connected_clients"),
                number(info, "maxclients"),
                number(info, "evicted_clients"),
                memory(info));
    }

    private static Memory memory(Map<String, String> info) {
        return new Memory(
                number(info, "maxmemory"),
                number(info, "used_memory") - number(info, "mem_not_counted_for_evict"),
                number(info, "used_memory_rss"),
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

    /**
     * Returns the part of the keys that the server evicts when it is full: a number between 0 and 1; NaN for an unknown policy, or
     * where it depends on the keys and there are none.
     */
    public double evictableRatio() {
        String policy = memory.policy();
        if (policy.startsWith("allkeys-")) {
            return 1;
        }
        return policy.startsWith("volatile-")
                ? (double) memory.expiring() / keys
                : policy.equals("noeviction") ? 0 : Double.NaN;
    }

    /** Returns the memory of the process for each byte of its data; NaN if the server does not tell. */
    public double fragmentationRatio() {
        return memory.resident() > 0 && memoryBytes > 0 ? (double) memory.resident() / memoryBytes : Double.NaN;
    }

    /** Reads the number of keys from a text such as {@code keys=3,expires=1,avg_ttl=0}. */
    private static long keys(String database) {
        return number(database.replaceFirst("^keys=([0-9]+).*$", "$1"));
    }

    private static long expiring(String database) {
        return number(database.replaceFirst("^keys=[0-9]+,expires=([0-9]+).*$", "$1"));
    }

    static long number(Map<String, String> info, String name) {
        return number(info.getOrDefault(name, "0"));
    }

    /** Reads a number; 0 if it is unreadable, since these numbers must not make a check fail. */
    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }
}
