package dev.cacheward.delivery.preset.cache;

import dev.cacheward.delivery.dialect.Dialect;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.value.TtlSettings;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** What cashews takes for a ttl: a time with its unit. 0 is for ever. */
record Cashews() implements Dialect<TtlSettings> {
    @Override
    public Rendered write(TtlSettings settings) {
        Unsaid unsaid = new Unsaid("Cashews");
        if (settings.enabled()) {
            unsaid.noneDisabled(settings);
        }
        SortedMap<String, String> keys = new TreeMap<>();
        keys.put("CACHE_ENABLED", Boolean.toString(settings.enabled()));
        settings.ttls()
                .forEach((name, ttl) -> keys.put(
                        "CACHE_TTL_" + name.toUpperCase(Locale.ROOT), ttl.told(seconds -> seconds + "s", "0", "1s")));
        return unsaid.rendered(keys);
    }
}
