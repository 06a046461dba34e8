package dev.cacheward.delivery.value;

import dev.cacheward.api.v1alpha1.LimitMode;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a policy delivers.
 *
 * @param policy its name
 * @param mode what the application does with the limits
 * @param limits by name; {@link EntryNames} accepts each name
 */
public record LimitSettings(String policy, LimitMode mode, SortedMap<String, RateLimit> limits) implements Settings {
    /** Copies the map. */
    public LimitSettings {
        limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
    }
}
