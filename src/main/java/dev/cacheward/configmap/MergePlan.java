package dev.cacheward.configmap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Says what one field manager applies to a ConfigMap that is not owned by us. One conflict makes the API server refuse a whole
 * apply, so keys in conflict are left out here. A key that has the wanted value already is no conflict: several managers can
 * own it.
 *
 * @param keys the keys to apply; a key of ours that is not among them is removed, unless others own it too
 * @param conflicts the wanted keys that cannot be applied, sorted by key
 * @param needed whether an apply is needed, since the map does not hold exactly these keys of ours
 */
record MergePlan(SortedMap<String, String> keys, List<KeyConflict> conflicts, boolean needed) {
    /**
     * Compares the wanted keys with the live map.
     *
     * @param live the map's data
     * @param binary the keys of its binaryData, which no key of data may equal
     */
    public static MergePlan of(
            SortedMap<String, String> wanted, Map<String, String> live, Set<String> binary, KeyOwners owners) {
        SortedMap<String, String> keys = new TreeMap<>();
        List<KeyConflict> conflicts = new ArrayList<>();
        wanted.forEach((key, value) -> {
            if (binary.contains(key)) {
                conflicts.add(new KeyConflict(key, value, "the map's binaryData"));
            } else if (live.containsKey(key) && !live.get(key).equals(value) && !owners.oursAlone(key)) {
                conflicts.add(new KeyConflict(key, value, owners.holder(key)));
            } else {
                keys.put(key, value);
            }
        });
        boolean holds = keys.keySet().equals(owners.ours())
                && keys.entrySet().stream().allMatch(entry -> entry.getValue().equals(live.get(entry.getKey())));
        return new MergePlan(Collections.unmodifiableSortedMap(keys), List.copyOf(conflicts), !holds);
    }
}
