package dev.cacheward.delivery;

import dev.cacheward.api.v1alpha1.DeliveredItem;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * What one item of {@code spec.delivery} puts into its ConfigMap.
 *
 * @param as the format or preset
 * @param keys with their values
 */
public record ItemKeys(String as, SortedMap<String, String> keys) {
    DeliveredItem delivered(Set<String> held) {
        return new DeliveredItem(
                as, keys.keySet().stream().filter(held::contains).toList());
    }

    static List<DeliveredItem> delivered(List<ItemKeys> items, Set<String> held) {
        return items.stream().map(item -> item.delivered(held)).toList();
    }
}
