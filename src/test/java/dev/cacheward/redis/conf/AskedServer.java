package dev.cacheward.redis.conf;

import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.RealRedis;
import dev.cacheward.redis.client.RedisBinary;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Asks a server which parameters it has and what they take: by CONFIG GET, and by the error to a wrong value. What cannot be
 * changed while it runs is asked by a start with the wrong value, which ends at once.
 */
final class AskedServer {
    private static final List<String> WRONG =
            List.of("wrong-value", "-1", "0", "-9223372036854775808", "9223372036854775807");

    private final RedisBinary binary;
    private final RealRedis redis;
    private final RawRedis operator;

    private AskedServer(RedisBinary binary, RealRedis redis, RawRedis operator) {
        this.binary = binary;
        this.redis = redis;
        this.operator = operator;
    }

    /** Returns the answer for each parameter that a user may set, by its name. */
    static SortedMap<String, ServerAnswer> answers(RedisBinary binary) {
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults());
                RawRedis operator = new RawRedis(redis.address(), redis.operator())) {
            AskedServer asked = new AskedServer(binary, redis, operator);
            SortedMap<String, ServerAnswer> answers = new TreeMap<>();
            List<?> flat = (List<?>) operator.ask(redis.configAlias(), "GET", "*");
            for (int i = 0; i < flat.size(); i += 2) {
                String name = String.valueOf(flat.get(i));
                if (ParameterCatalogue.whyProtected(name).isEmpty()) {
                    answers.put(name, asked.answer(name, String.valueOf(flat.get(i + 1))));
                }
            }
            return answers;
        }
    }

    private ServerAnswer answer(String name, String own) {
        boolean live = !set(name, own).contains("immutable");
        RefusalReader reader = new RefusalReader(
                value -> live ? tryLive(name, value, own) : StartedWith.parameter(binary, name, value));
        return new ServerAnswer(live, reader.rule(WRONG));
    }

    private String tryLive(String name, String value, String own) {
        String reply = set(name, value);
        if (reply.equals("OK")) {
            set(name, own);
        }
        return reply;
    }

    private String set(String name, String value) {
        return String.valueOf(operator.ask(redis.configAlias(), "SET", name, value));
    }
}
