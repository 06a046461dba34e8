package dev.cacheward.proof;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.UUID;

/** The Redis server of the proofs, asked beside the libraries. */
final class Store {
    static final String URL = System.getenv("REDIS_URL");

    private static final RedisClient CLIENT = RedisClient.create(URL);
    private static final RedisCommands<String, String> REDIS = CLIENT.connect().sync();
    private static final long SLACK = 30;

    private Store() {}

    /** A name that no other run and no other case has. */
    static String unique() {
        return "proof-" + UUID.randomUUID();
    }

    static RedisClient client() {
        return CLIENT;
    }

    static boolean has(String key) {
        return REDIS.exists(key) == 1;
    }

    /** Seconds; -1 is for ever, -2 is no such key. */
    static long ttl(String key) {
        return REDIS.ttl(key);
    }

    /** A slow machine may see some seconds less. */
    static void ttl(Checks checks, String key, String cache, long expected) {
        checks.between("TTL of " + cache + " is", expected < 0 ? expected : expected - SLACK, expected, ttl(key));
        REDIS.del(key);
    }
}
