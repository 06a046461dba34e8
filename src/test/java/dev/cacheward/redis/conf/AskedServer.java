package dev.cacheward.redis.conf;

import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.RealRedis;
import dev.cacheward.redis.client.RedisBinary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Asks a server which parameters it has and what they take: by CONFIG GET, and by the error to a wrong value. What cannot be
 * changed while it runs is asked by a start with the wrong value, which ends at once.
 */
final class AskedServer {
    private static final List<String> WRONG =
            List.of("wrong-value", "-1", "0", "-9223372036854775808", "9223372036854775807");

    /** Where few files may be open, the server has fewer connections than its default. */
    private static final Pattern LOWERED = Pattern.compile("requested maxclients of (\\d+)");

    private static final Set<String> OURS = RedisConf.render(SampleServerSettings.defaults())
            .lines()
            .map(line -> line.split(" ")[0])
            .collect(Collectors.toUnmodifiableSet());

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
        String rule = reader.rule(WRONG);
        return new ServerAnswer(live && !onlyAtStart(name, rule, own), rule, standard(name, own));
    }

    /** A server may take the value that it has, and no other one. */
    private boolean onlyAtStart(String name, String rule, String own) {
        return rule.equals("yes|no")
                && tryLive(name, own.equals("no") ? "yes" : "no", own).contains("at runtime");
    }

    private Optional<String> standard(String name, String own) {
        Matcher lowered = LOWERED.matcher(redis.log());
        return Optional.of(name.equals("maxclients") && lowered.find() ? lowered.group(1) : own)
                .filter(value -> !OURS.contains(name));
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
