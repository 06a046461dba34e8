package dev.cacheward.redis.client;

import java.util.UUID;

/**
 * Does what an application does: PING, SET with a lifetime, GET, TTL, a script as rate limiters use, DEL, PUBLISH. Each command
 * waits for the answer to the one before, so that a server that hangs up at one is told by it. The keys begin with {@code
 * cacheward:check:} and share a hash tag; they are deleted at the end, one by one, and would also expire.
 */
public final class CheckDialogue implements Dialogue<Boolean> {
    private static final String KEY_PREFIX = "cacheward:check:";
    private static final long SECONDS = 60;
    private static final String LIFETIME = Long.toString(SECONDS);
    /** A script that counts in a fixed window, as rate limiters do: its key is the counter, its argument the seconds. */
    public static final String COUNT = "local n = redis.call('INCR', KEYS[1])"
            + " if n == 1 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end return n";

    /** @return always true; everything that does not work is thrown */
    @Override
    public Boolean hold(RedisSession session) throws StepFailure {
        String key = KEY_PREFIX + "{" + UUID.randomUUID() + "}";
        String counter = key + ":count";
        expect("PING", session.send("PING").text().equals("PONG"));
        expect("SET", session.send("SET", key, key, "EX", LIFETIME).text().equals("OK"));
        expect("GET", session.send("GET", key).text().equals(key));
        long seconds = session.send("TTL", key).number();
        expect("TTL", seconds > 0 && seconds <= SECONDS);
        expect("EVAL", session.send("EVAL", COUNT, "1", counter, LIFETIME).number() == 1);
        expect("DEL", session.send("DEL", key).number() == 1);
        expect("DEL", session.send("DEL", counter).number() == 1);
        expect("PUBLISH", session.send("PUBLISH", key, "").number() >= 0);
        return true;
    }

    private static void expect(String step, boolean right) throws StepFailure {
        if (!right) {
            throw StepFailure.notRedis(step);
        }
    }
}
