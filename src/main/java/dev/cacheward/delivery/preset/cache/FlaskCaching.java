package dev.cacheward.delivery.preset.cache;

import dev.cacheward.delivery.dialect.Dialect;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.value.TtlSettings;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Flask-Caching reads through Flask's {@code from_prefixed_env}, which makes numbers of numbers. 0 is for ever in all of
 * its back ends; -1 is not.
 */
record FlaskCaching() implements Dialect<TtlSettings> {
    @Override
    public Rendered write(TtlSettings settings) {
        Unsaid unsaid = new Unsaid("FlaskCaching");
        SortedMap<String, String> keys = new TreeMap<>();
        keys.put("FLASK_CACHE_ENABLED", Boolean.toString(settings.enabled()));
        settings.ttls().keySet().stream()
                .filter(name -> name.contains("__"))
                .forEach(name -> unsaid.refuseName(name, "Flask makes two levels of a variable with two '_' in a row"));
        if (settings.enabled()) {
            unsaid.noneDisabled(settings);
        } else {
            keys.put("FLASK_CACHE_TYPE", "NullCache");
            keys.put("FLASK_CACHE_NO_NULL_WARNING", "true");
        }
        settings.ttls().forEach((name, ttl) -> {
            String seconds = ttl.told(Long::toString, "0", "1");
            keys.put("FLASK_CACHE_TTL_" + name.toUpperCase(Locale.ROOT), seconds);
            if (name.equals("default")) {
                keys.put("FLASK_CACHE_DEFAULT_TIMEOUT", seconds);
            }
        });
        return unsaid.rendered(keys);
    }
}
