package dev.cacheward.delivery.preset.limit;

import dev.cacheward.api.v1alpha1.LimitMode;
import dev.cacheward.delivery.dialect.Dialect;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.value.LimitSettings;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What slowapi and Flask-Limiter read: both take their limits from the library {@code limits}, whose notation ours is.
 *
 * @param limiter its name
 * @param prefix of the variables that the framework itself reads
 */
record Slowapi(String limiter, String prefix) implements Dialect<LimitSettings> {
    @Override
    public Rendered write(LimitSettings settings) {
        Unsaid unsaid = new Unsaid(limiter);
        unsaid.noShadow(settings);
        unsaid.want(settings, Windows::clock);
        if (!prefix.isEmpty()) {
            unsaid.noNesting(settings);
        }
        SortedMap<String, String> keys = new TreeMap<>();
        keys.put(prefix + "RATELIMIT_ENABLED", Boolean.toString(settings.mode() == LimitMode.ENFORCE));
        settings.limits()
                .forEach((name, limit) ->
                        keys.put(prefix + "RATE_LIMIT_" + name.toUpperCase(Locale.ROOT), limit.normalised()));
        if (settings.limits().containsKey("default")) {
            keys.put(
                    prefix + "RATELIMIT_DEFAULT",
                    settings.limits().get("default").normalised());
        }
        return unsaid.rendered(keys);
    }
}
