package dev.cacheward.delivery;

import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.DeliveryMode;
import dev.cacheward.validation.Fingerprint;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A ConfigMap and all that one resource delivers into it.
 *
 * @param configMap its name
 * @param items no two give one key different values
 */
public record TargetKeys(String configMap, DeliveryMode mode, List<ItemKeys> items) {
    /** Returns the same target with one more item. */
    TargetKeys with(ItemKeys more) {
        return new TargetKeys(
                configMap, mode, Stream.concat(items.stream(), Stream.of(more)).toList());
    }

    /** Returns all keys and values. */
    public SortedMap<String, String> keys() {
        SortedMap<String, String> keys = new TreeMap<>();
        items.forEach(item -> keys.putAll(item.keys()));
        return keys;
    }

    /** Whether the keys are merged into a foreign ConfigMap. */
    public boolean merged() {
        return mode == DeliveryMode.MERGE;
    }

    /** Returns the status entry for the time when all keys are written. */
    public Delivered delivered() {
        return delivered(keys());
    }

    /** Returns the status entry for the time when only these keys are written. */
    public Delivered delivered(SortedMap<String, String> held) {
        return new Delivered(
                configMap, mode, held.size(), Fingerprint.of(held), ItemKeys.delivered(items, held.keySet()));
    }

    /**
     * Returns the status entry for the time before the first write, so that the status names the ConfigMap before it holds a
     * key.
     */
    public Delivered announced() {
        return delivered(Collections.emptySortedMap());
    }
}
