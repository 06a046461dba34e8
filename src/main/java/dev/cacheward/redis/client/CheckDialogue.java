package dev.cacheward.redis.client;

import java.util.UUID;

/**
 * Does what an application does: PING, SET with a lifetime, GET, TTL, a script as rate limiters use, DEL, PUBLISH. All commands
 * are sent at once, and then the answers are checked in turn. The keys begin with {@code cacheward:check:}; they are deleted at
 * the end, and would also expire.
 */
public final class CheckDialogue implements Dialogue<Boolean> {
    private static final String KEY_PREFIX = "cacheward:check:";
    private static final long SECONDS = 60;
    private static final String LIFETIME = Long.toString(SECONDS);
    /** Counts in a fixed window, as rate limiters do. */
    private static final String COUNT = "local n = redis.call('INCR', KEYS[1])"
            + " if n == 1 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end return n";

    /** @return always true; everything that does not work is thrown */
    @Override
    public Boolean hold(RedisSession session) throws StepFailure {
        String key = KEY_PREFIX + UUID.randomUUID();
        String counter = key + ":count";
        RedisSession.Answer ping = session.send("PING");
        RedisSession.Answer set = session.send("SET", key, key, "EX", LIFETIME);
        RedisSession.Answer get = session.send("GET", key);
        RedisSession.Answer ttl = session.send("TTL", key);
        RedisSession.Answer eval = session.send("EVAL", COUNT, "1", counter, LIFETIME);
        RedisSession.Answer del = session.send("DEL", key, counter);
        RedisSession.Answer publish = session.send("PUBLISH", key, "");
        expect("PING", ping.text().equals("PONG"));
        expect("SET", set.text().equals("OK"));
        expect("GET", get.text().equals(key));
        long seconds = ttl.number();
        expect("TTL", seconds > 0 && seconds <= SECONDS);
        expect("EVAL", eval.number() == 1);
        expect("DEL", del.number() == 2);
        expect("PUBLISH", publish.number() >= 0);
        return true;
    }

    private static void expect(String step, boolean right) throws StepFailure {
        if (!right) {
            throw StepFailure.notRedis(step);
        }
    }
}
