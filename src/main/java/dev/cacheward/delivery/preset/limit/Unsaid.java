package dev.cacheward.delivery.preset.limit;

import dev.cacheward.api.v1alpha1.LimitMode;
import dev.cacheward.delivery.dialect.Objections;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.value.LimitSettings;
import dev.cacheward.delivery.value.RateLimit;
import dev.cacheward.delivery.value.RateLimit.Rate;
import dev.cacheward.validation.Quote;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Collects what a limiter cannot be told. A limit is never left out, since that would lift it: it is refused. */
final class Unsaid {
    private final Objections objections;

    Unsaid(String limiter) {
        this.objections = new Objections(limiter);
    }

    /** Refuses a limit. */
    void refuse(String name, RateLimit limit, String why) {
        objections.refuse(
                "cannot be told the limit " + Quote.of(name) + ", " + Quote.of(limit.normalised()) + ": " + why
                        + ". It is not left out, since nothing would be limited then; write another limit, or deliver by"
                        + " another preset or format");
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
        settings.limits().keySet().stream()
                .filter(name -> name.contains("__"))
                .forEach(name -> objections.refuseName(
                        "limit", name, "Flask makes two levels of a variable with two '_' in a row"));
    }

    /** Tells that requests are let through without a count, since the limiter cannot only count. */
    void noShadow(LimitSettings settings) {
        if (settings.mode() == LimitMode.SHADOW) {
            objections.leaveOut(
                    "cannot express mode Shadow, since it refuses whatever it counts: its limits are off, as with"
                            + " mode Disabled.");
        }
    }

    Rendered rendered(String key, String text) {
        return rendered(new TreeMap<>(Map.of(key, text)));
    }

    Rendered rendered(SortedMap<String, String> keys) {
        return objections.rendered(keys);
    }
}
