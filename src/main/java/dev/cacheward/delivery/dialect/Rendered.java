package dev.cacheward.delivery.dialect;

import dev.cacheward.validation.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one item of {@code spec.delivery} becomes.
 *
 * @param keys of the ConfigMap, with their values
 * @param problems why nothing may be delivered; a field is one of the item, such as {@code template}
 * @param shortfalls what is left out, each with its reason, as a sentence for a person; the rest is delivered
 */
public record Rendered(SortedMap<String, String> keys, List<Problem> problems, List<String> shortfalls) {
    /** Copies what it gets. */
    public Rendered {
        keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
        problems = List.copyOf(problems);
        shortfalls = List.copyOf(shortfalls);
    }

    /** Returns what is delivered as a whole. */
    public static Rendered of(SortedMap<String, String> keys) {
        return new Rendered(keys, List.of(), List.of());
    }

    /** Returns one key with a whole text. */
    public static Rendered file(String key, String text) {
        return of(new TreeMap<>(Map.of(key, text)));
    }

    /** Returns what may not be delivered. */
    public static Rendered refused(List<Problem> problems) {
        return new Rendered(Collections.emptySortedMap(), problems, List.of());
    }
}
