package dev.cacheward.delivery.preset.limit;

import dev.cacheward.api.v1alpha1.LimitMode;
import dev.cacheward.delivery.dialect.Dialect;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.format.FileText;
import dev.cacheward.delivery.value.LimitSettings;
import dev.cacheward.delivery.value.RateLimit.Rate;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What limiters read that are configured in code: a list of option objects for each limit, as the limiter takes them, with
 * numbers as numbers. Each rate has a store key of its own, since two rates in one store are one counter.
 *
 * @param objection what the limiter has against a rate
 */
record JsonLimits(String limiter, String file, Function<Rate, Optional<String>> objection, Options options)
        implements Dialect<LimitSettings> {
    private static final long NANOSECONDS = 1_000_000_000;

    static JsonLimits express(String file) {
        Options options = (into, name, rate) -> into.put("windowMs", rate.seconds() * 1_000)
                .put("limit", rate.amount())
                .put("prefix", "rl:" + counter(name, rate) + ":");
        return new JsonLimits("ExpressRateLimit", file, Windows::timer, options);
    }

    static JsonLimits flexible(String file) {
        Options options = (into, name, rate) -> into.put("points", rate.amount())
                .put("duration", rate.seconds())
                .put("keyPrefix", "rlflx:" + counter(name, rate));
        return new JsonLimits("RateLimiterFlexible", file, Windows::timer, options);
    }

    static JsonLimits pyrate(String file) {
        Options options =
                (into, name, rate) -> into.put("limit", rate.amount()).put("interval", rate.seconds() * 1_000);
        return new JsonLimits("FastapiLimiter", file, rate -> Optional.empty(), options);
    }

    /** The fields of its type Rate, whose period is in nanoseconds. */
    static JsonLimits ulule(String file) {
        Options options = (into, name, rate) -> into.put("Period", rate.seconds() * NANOSECONDS)
                .put("Limit", rate.amount())
                .put("Prefix", "limiter:" + counter(name, rate));
        return new JsonLimits("Ulule", file, Windows::clock, options);
    }

    private static String counter(String name, Rate rate) {
        return name + ":" + rate.seconds();
    }

    @Override
    public Rendered write(LimitSettings settings) {
        Unsaid unsaid = new Unsaid(limiter);
        unsaid.want(settings, objection);
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("enabled", settings.mode() != LimitMode.DISABLED);
        root.put("enforce", settings.mode() == LimitMode.ENFORCE);
        ObjectNode limits = root.putObject("limits");
        settings.limits().forEach((name, limit) -> {
            ArrayNode rates = limits.putArray(name);
            limit.rates().forEach(rate -> options.put(rates.addObject(), name, rate));
        });
        return unsaid.rendered(file, FileText.json(root));
    }

    /** Writes the options of one rate. */
    interface Options {
        void put(ObjectNode into, String name, Rate rate);
    }
}
