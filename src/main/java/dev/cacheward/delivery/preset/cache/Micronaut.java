package dev.cacheward.delivery.preset.cache;

import dev.cacheward.delivery.dialect.Dialect;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.format.FileText;
import dev.cacheward.delivery.value.Ttl;
import dev.cacheward.delivery.value.TtlSettings;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the Redis caches of Micronaut read, whose names have hyphens. A cache exists because a property names it, so one without
 * a TTL gets a property that changes nothing. An empty or bare number stops the application.
 */
record Micronaut(String file) implements Dialect<TtlSettings> {
    @Override
    public Rendered write(TtlSettings settings) {
        Unsaid unsaid = new Unsaid("Micronaut");
        unsaid.noneDisabled(settings, "its settings have no such TTL");
        refuseFolded(settings, unsaid);
        SortedMap<String, Object> lines = new TreeMap<>();
        if (!settings.enabled()) {
            lines.put("noop-cache.enabled", true);
            unsaid.lacks(
                    "goes on caching although enabled is false, unless io.micronaut.cache:micronaut-cache-noop is on its"
                            + " class path.");
        }
        settings.ttls().forEach((name, ttl) -> {
            String cache = "redis.caches." + name.replace('_', '-') + ".";
            if (ttl instanceof Ttl.For time) {
                lines.put(cache + "expire-after-write", time.duration().toSeconds() + "s");
            } else {
                lines.put(cache + "charset", "UTF-8");
            }
        });
        return unsaid.rendered(file, FileText.properties(lines));
    }

    /** It folds hyphens in a row, so that two names would be one cache. */
    private static void refuseFolded(TtlSettings settings, Unsaid unsaid) {
        settings.ttls().keySet().stream()
                .filter(name -> name.contains("__") || name.endsWith("_"))
                .forEach(name ->
                        unsaid.refuseName(name, "it takes two '_' in a row for one, and none at the end of a name"));
    }
}
