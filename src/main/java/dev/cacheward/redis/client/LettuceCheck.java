package dev.cacheward.redis.client;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/** What an application does, in one round trip: everything is sent at once, then each answer is looked at in turn. */
final class LettuceCheck {
    private static final String KEY_PREFIX = "cacheward:check:";
    private static final long SECONDS = 60;
    /** A fixed window, as rate limiters count. */
    private static final String COUNT = "local n = redis.call('INCR', KEYS[1])"
            + " if n == 1 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end return n";

    private final LettuceSession session;
    private final String key = KEY_PREFIX + UUID.randomUUID();
    private final String counter = key + ":count";

    LettuceCheck(LettuceSession session) {
        this.session = session;
    }

    /** @throws StepFailure at the first command whose answer is an error, wrong, or late */
    void run() throws StepFailure {
        RedisAsyncCommands<String, String> redis = session.commands();
        String[] counters = {counter};
        Future<String> ping = redis.ping();
        Future<String> set = redis.set(key, key, SetArgs.Builder.ex(SECONDS));
        Future<String> get = redis.get(key);
        Future<Long> ttl = redis.ttl(key);
        Future<Long> eval = redis.eval(COUNT, ScriptOutputType.INTEGER, counters, String.valueOf(SECONDS));
        Future<Long> del = redis.del(key, counter);
        Future<Long> publish = redis.publish(key, "");
        expect("PING", ping, "PONG"::equals);
        expect("SET", set, "OK"::equals);
        expect("GET", get, key::equals);
        expect("TTL", ttl, seconds -> seconds > 0 && seconds <= SECONDS);
        expect("EVAL", eval, count -> count == 1);
        expect("DEL", del, removed -> removed == 2);
        expect("PUBLISH", publish, receivers -> receivers >= 0);
    }

    private <T> void expect(String step, Future<T> reply, Predicate<T> right) throws StepFailure {
        T answer = session.answer(step, reply);
        if (answer == null || !right.test(answer)) {
            throw LettuceFailures.notRedis(step);
        }
    }
}
