package dev.cacheward.delivery.preset.cache;

import dev.cacheward.delivery.dialect.Dialect;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.format.FileText;
import dev.cacheward.delivery.value.Ttl;
import dev.cacheward.delivery.value.TtlSettings;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Spring Boot reads. The TTL called default is that of all caches; Boot has no property for a single cache, so the others
 * stand at {@code cache.ttl} for a customizer of the application, in brackets: without them Spring takes users_list and
 * userslist for one name. A bare number would be milliseconds, and 0 is for ever.
 */
record SpringCache(String file) implements Dialect<TtlSettings> {
    @Override
    public Rendered write(TtlSettings settings) {
        Unsaid unsaid = new Unsaid("SpringCache");
        SortedMap<String, Object> lines = new TreeMap<>();
        if (settings.enabled()) {
            unsaid.noneDisabled(settings);
        } else {
            lines.put("spring.cache.type", "none");
        }
        settings.ttls().forEach((name, ttl) -> {
            lines.put("cache.ttl[" + name + "]", ttl.told(seconds -> seconds + "s", "0s", "1s"));
            if (name.equals("default") && ttl instanceof Ttl.For) {
                lines.put("spring.cache.redis.time-to-live", lines.get("cache.ttl[default]"));
            }
        });
        return unsaid.rendered(file, FileText.properties(lines));
    }
}
