package dev.cacheward.delivery.preset.cache;

import dev.cacheward.delivery.dialect.Dialect;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.format.FileText;
import dev.cacheward.delivery.value.Ttl;
import dev.cacheward.delivery.value.TtlSettings;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the Redis cache of Quarkus reads. The TTL called default is that of all caches without one of their own, so that with it
 * no single cache can be without. 0 makes every call throw.
 */
record Quarkus(String file) implements Dialect<TtlSettings> {
    @Override
    public Rendered write(TtlSettings settings) {
        Unsaid unsaid = new Unsaid("Quarkus");
        SortedMap<String, Object> lines = new TreeMap<>();
        lines.put("quarkus.cache.enabled", settings.enabled());
        if (settings.enabled()) {
            unsaid.noneDisabled(settings);
        }
        boolean common = settings.ttls().get("default") instanceof Ttl.For;
        settings.ttls().forEach((name, ttl) -> {
            if (ttl instanceof Ttl.For time) {
                String cache = name.equals("default") ? "" : "." + name;
                lines.put(
                        "quarkus.cache.redis" + cache + ".expire-after-write",
                        time.duration().toSeconds() + "s");
            } else if (ttl instanceof Ttl.Never && common && settings.enabled()) {
                unsaid.refuse(name, "Never", "without a TTL of its own it would have that of \"default\"");
            }
        });
        return unsaid.rendered(file, FileText.properties(lines));
    }
}
