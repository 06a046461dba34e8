package dev.cacheward.configmap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one field manager is to apply to a ConfigMap that is not owned by us. One conflict makes the API server refuse a whole
 * apply, so conflicts are found out here and left out. A key whose value is the wanted one already can be owned by several.
 *
 * @param keys to be applied; a key of ours that is not among them goes, unless others own it too
 * @param conflicts what is wanted and cannot be had, by key
 * @param needed whether the map does not hold all this yet
 */
public record MergePlan(SortedMap<String, String> keys, List<KeyConflict> conflicts, boolean needed) {
    /**
     * Compares what is wanted with what is there.
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
