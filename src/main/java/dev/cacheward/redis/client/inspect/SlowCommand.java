package dev.cacheward.redis.client.inspect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An entry of SLOWLOG. Of the arguments nothing is kept but the first key, and only where it is certain which one that is: the
 * others may be secret.
 *
 * @param command in upper case
 * @param key the first key as it is; empty if the command has none, or none that is known to be one
 * @param epochSeconds when it ran
 */
public record SlowCommand(String command, Optional<String> key, long microseconds, long epochSeconds) {
    private static final int FIRST_ARGUMENT = 4;

    /** Besides identifier, time, duration and the command itself, an entry has the client's address and name. */
    private static final int LEAST = 6;

    /** Their first argument is a key. */
    private static final Set<String> KEY_FIRST = Set.of(
            "APPEND",
            "DECR",
            "DECRBY",
            "DEL",
            "EXISTS",
            "EXPIRE",
            "GET",
            "GETDEL",
            "GETEX",
            "GETRANGE",
            "GETSET",
            "HDEL",
            "HGET",
            "HGETALL",
            "HINCRBY",
            "HKEYS",
            "HLEN",
            "HMGET",
            "HMSET",
            "HSCAN",
            "HSET",
            "HVALS",
            "INCR",
            "INCRBY",
            "INCRBYFLOAT",
            "LINDEX",
            "LINSERT",
            "LLEN",
            "LPOP",
            "LPUSH",
            "LRANGE",
            "LREM",
            "LTRIM",
            "MGET",
            "MSET",
            "PERSIST",
            "PEXPIRE",
            "PSETEX",
            "PTTL",
            "RPOP",
            "RPUSH",
            "SADD",
            "SCARD",
            "SDIFF",
            "SET",
            "SETEX",
            "SETNX",
            "SINTER",
            "SISMEMBER",
            "SMEMBERS",
            "SORT",
            "SREM",
            "SSCAN",
            "STRLEN",
            "SUNION",
            "TTL",
            "TYPE",
            "UNLINK",
            "XADD",
            "XLEN",
            "XRANGE",
            "XREVRANGE",
            "ZADD",
            "ZCARD",
            "ZCOUNT",
            "ZRANGE",
            "ZRANGEBYSCORE",
            "ZREM",
            "ZREMRANGEBYSCORE",
            "ZREVRANGE",
            "ZSCAN",
            "ZSCORE");

    /** Reads one entry; empty if it is none. */
    static Optional<SlowCommand> of(List<String> entry) {
        if (entry.size() < LEAST || !isNumber(entry.get(1)) || !isNumber(entry.get(2))) {
            return Optional.empty();
        }
        String command = entry.get(3).toUpperCase(Locale.ROOT);
        boolean known = command.matches("[A-Z][A-Z0-9._-]{0,31}");
        return Optional.of(new SlowCommand(
                known ? command : "?",
                Optional.of(entry)
                        .filter(all -> KEY_FIRST.contains(command) && all.size() > LEAST)
                        .map(all -> all.get(FIRST_ARGUMENT)),
                Long.parseLong(entry.get(2)),
                Long.parseLong(entry.get(1))));
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,18}");
    }
}
