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
        unsaid.noneDisabled(settings);
        if (!settings.enabled()) {
            unsaid.lacks("has no switch: it goes on caching although enabled is false.");
        }
        SortedMap<String, Object> lines = new TreeMap<>();
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
}
