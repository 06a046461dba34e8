package dev.cacheward.delivery.preset.limit;

import dev.cacheward.api.v1alpha1.LimitMode;
import dev.cacheward.delivery.dialect.Dialect;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.format.FileText;
import dev.cacheward.delivery.value.LimitSettings;
import dev.cacheward.delivery.value.RateLimit.Rate;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What resilience4j reads: an instance for each limit. The period always stands there with its unit, since a missing one is 500
 * ns and a bare number is milliseconds, and so does the wait of none, since the default is 5 s. It has no switch, so an unlimited
 * instance has a number that no client reaches. The limit called default is that of all instances without one. Names stand in
 * brackets, since without them Spring takes two names for one that differ by a hyphen or underscore alone.
 */
record Resilience4j(String file) implements Dialect<LimitSettings> {
    @Override
    public Rendered write(LimitSettings settings) {
        Unsaid unsaid = new Unsaid("Resilience4j");
        unsaid.wantOneRate(settings);
        unsaid.want(settings, Windows::clock);
        unsaid.noShadow(settings);
        SortedMap<String, Object> lines = new TreeMap<>();
        settings.limits().forEach((name, limit) -> {
            Rate rate = limit.rates().get(0);
            put(lines, "instances[" + name + "]", rate, settings.mode());
            if (name.equals("default")) {
                put(lines, "configs.default", rate, settings.mode());
            }
        });
        return unsaid.rendered(file, FileText.properties(lines));
    }

    private static void put(SortedMap<String, Object> lines, String of, Rate rate, LimitMode mode) {
        String prefix = "resilience4j.ratelimiter." + of + ".";
        lines.put(prefix + "limit-for-period", mode == LimitMode.ENFORCE ? rate.amount() : Integer.MAX_VALUE);
        lines.put(prefix + "limit-refresh-period", rate.seconds() + "s");
        lines.put(prefix + "timeout-duration", "0s");
    }
}
