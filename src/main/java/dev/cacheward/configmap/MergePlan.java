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
 * apply, so keys in conflict are left out here. A key that somebody else holds with the wanted value is left out as well: it is
 * there, and a second owner would make their next change of it fail.
 *
 * @param keys the keys to apply; a key of ours that is not among them is removed, unless others own it too
 * @param theirs the wanted keys that are there without us
 * @param conflicts the wanted keys that cannot be applied, sorted by key
 * @param needed whether an apply is needed, since the map does not hold exactly these keys of ours
 * @param changing whether that apply changes the map's data, and not only who owns it
 * @param bringing whether a wanted key is missing in the map, or has an old value
 */
record MergePlan(
        SortedMap<String, String> keys,
        SortedMap<String, String> theirs,
        List<KeyConflict> conflicts,
        boolean needed,
        boolean changing,
        boolean bringing) {
    /** Keeps copies. */
    MergePlan {
        keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
        theirs = Collections.unmodifiableSortedMap(new TreeMap<>(theirs));
        conflicts = List.copyOf(conflicts);
    }

    /**
     * Compares the wanted keys with the live map.
     *
     * @param live the map's data
     * @param binary the keys of its binaryData, which no key of data may equal
     */
    public static MergePlan of(
            SortedMap<String, String> wanted, Map<String, String> live, Set<String> binary, KeyOwners owners) {
        SortedMap<String, String> keys = new TreeMap<>();
        SortedMap<String, String> theirs = new TreeMap<>();
        List<KeyConflict> conflicts = new ArrayList<>();
        wanted.forEach((key, value) -> {
            boolean equal = value.equals(live.get(key));
            if (binary.contains(key)) {
                conflicts.add(new KeyConflict(key, value, "the map's binaryData"));
            } else if (!live.containsKey(key) || owners.oursAlone(key) || equal && owners.mayBeShared(key)) {
                keys.put(key, value);
            } else if (equal) {
                theirs.put(key, value);
            } else {
                conflicts.add(new KeyConflict(key, value, owners.holder(key)));
            }
        });
        boolean bringing =
                keys.entrySet().stream().anyMatch(entry -> !entry.getValue().equals(live.get(entry.getKey())));
        boolean removing = owners.ours().stream().anyMatch(key -> !keys.containsKey(key) && owners.oursAlone(key));
        boolean moved = !keys.keySet().equals(owners.ours());
        return new MergePlan(keys, theirs, conflicts, bringing || moved, bringing || removing, bringing);
    }

    /** Returns the wanted keys that are in the map once the plan is carried out, whoever put them there. */
    SortedMap<String, String> held() {
        SortedMap<String, String> held = new TreeMap<>(keys);
        held.putAll(theirs);
        return Collections.unmodifiableSortedMap(held);
    }
}
