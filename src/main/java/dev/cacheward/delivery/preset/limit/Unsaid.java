package dev.cacheward.delivery.preset.limit;

import dev.cacheward.api.v1alpha1.LimitMode;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.value.LimitSettings;
import dev.cacheward.delivery.value.RateLimit;
import dev.cacheward.delivery.value.RateLimit.Rate;
import dev.cacheward.validation.Problem;
import dev.cacheward.validation.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Collects what a limiter cannot be told. A limit is never left out, since that would lift it: it is refused. */
final class Unsaid {
    private final String limiter;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> shortfalls = new ArrayList<>();

    Unsaid(String limiter) {
        this.limiter = limiter;
    }

    /** Refuses a limit. */
    void refuse(String name, RateLimit limit, String why) {
        problems.add(
                new Problem(
                        "preset",
                        limiter + " cannot be told the limit " + Quote.of(name) + ", " + Quote.of(limit.normalised())
                                + ": " + why
                                + ". It is not left out, since nothing would be limited then; write another limit, or deliver by another preset or format"));
    }

    /** Refuses each limit that has more than one rate. */
    void wantOneRate(LimitSettings settings) {
        settings.limits().forEach((name, limit) -> {
            if (limit.rates().size() > 1) {
                refuse(name, limit, "it takes one rate only");
            }
        });
    }

    /** Refuses each limit with a rate that the rule objects to. */
    void want(LimitSettings settings, Function<Rate, Optional<String>> objection) {
        settings.limits()
                .forEach((name, limit) -> limit.rates().stream()
                        .map(objection)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .ifPresent(why -> refuse(name, limit, why)));
    }

    /** Refuses names that Flask's {@code from_prefixed_env} would take for two levels. */
    void noNesting(LimitSettings settings) {
        settings.limits().forEach((name, limit) -> {
            if (name.contains("__")) {
                problems.add(new Problem(
                        "preset",
                        limiter + " cannot have a limit called " + Quote.of(name)
                                + ": Flask makes two levels of a variable with two '_' in a row; choose another name"));
            }
        });
    }

    /** Tells that requests are let through without a count, since the limiter cannot only count. */
    void noShadow(LimitSettings settings) {
        if (settings.mode() == LimitMode.SHADOW) {
            shortfalls.add(limiter
                    + " cannot express mode Shadow, since it refuses whatever it counts: its limits are off, as with"
                    + " mode Disabled.");
        }
    }

    Rendered rendered(String key, String text) {
        return rendered(new TreeMap<>(Map.of(key, text)));
    }

    Rendered rendered(SortedMap<String, String> keys) {
        return problems.isEmpty() ? Rendered.of(keys).lacking(shortfalls) : Rendered.refused(problems);
    }
}
