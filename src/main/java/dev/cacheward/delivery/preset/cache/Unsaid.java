package dev.cacheward.delivery.preset.cache;

import dev.cacheward.delivery.dialect.Objections;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.value.Ttl;
import dev.cacheward.delivery.value.TtlSettings;
import dev.cacheward.validation.Quote;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects what a cache cannot be told. What must not be cached is never left out, since it would be cached: it is refused. */
final class Unsaid {
    private final Objections objections;

    Unsaid(String cache) {
        this.objections = new Objections(cache);
    }

    /** Refuses each TTL that is Disabled, since the cache has only one switch for all of them. */
    void noneDisabled(TtlSettings settings) {
        noneDisabled(
                settings, "its settings have no such TTL, and only switch off all caches at once (enabled: false)");
    }

    /** Refuses each TTL that is Disabled. */
    void noneDisabled(TtlSettings settings, String why) {
        settings.ttls().forEach((name, ttl) -> {
            if (ttl instanceof Ttl.Disabled) {
                refuse(name, "Disabled", why);
            }
        });
    }

    void refuse(String name, String value, String why) {
        objections.refuse("cannot be told that " + Quote.of(name) + " is " + value + ": " + why
                + ". Give it a duration, or take it out of spec.ttls and do not cache it, or deliver by another"
                + " preset or format");
    }

    /** Refuses a name. */
    void refuseName(String name, String why) {
        objections.refuseName("TTL", name, why);
    }

    void lacks(String sentence) {
        objections.leaveOut(sentence);
    }

    Rendered rendered(String key, String text) {
        return rendered(new TreeMap<>(Map.of(key, text)));
    }

    Rendered rendered(SortedMap<String, String> keys) {
        return objections.rendered(keys);
    }
}
