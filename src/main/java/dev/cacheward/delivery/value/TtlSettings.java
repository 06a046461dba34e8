package dev.cacheward.delivery.value;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a profile delivers.
 *
 * @param enabled whether the application caches at all
 * @param ttls by name; {@link EntryNames} accepts each name
 */
public record TtlSettings(boolean enabled, SortedMap<String, Ttl> ttls) implements Settings {
    /** Copies the map. */
    public TtlSettings {
        ttls = Collections.unmodifiableSortedMap(new TreeMap<>(ttls));
    }
}
