package dev.cacheward.configmap;

import dev.cacheward.kubernetes.OwnerKind;
import dev.cacheward.kubernetes.fields.ManagedFields;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Says who owns which keys of a ConfigMap, seen from one field manager.
 *
 * @param ours the keys that this manager applied and nobody has changed since
 * @param others the other managers of a key, by key
 */
record KeyOwners(Set<String> ours, Map<String, Set<String>> others) {
    private static final String DATA = "data";

    /** Reads the owners from the live map, seen from the manager of this name. */
    static KeyOwners of(ConfigMap live, String manager) {
        ManagedFields fields = ManagedFields.of(live);
        return new KeyOwners(fields.applied(manager, DATA), fields.others(manager, DATA));
    }

    /** Whether the manager may change the value, since it is the only owner. */
    boolean oursAlone(String key) {
        return ours.contains(key) && !others.containsKey(key);
    }

    /**
     * Whether the manager may own the key beside its other owners. These must all be resources of the operator, which give a key
     * up by themselves; anybody else's next apply of another value would fail because of a second owner.
     */
    boolean mayBeShared(String key) {
        Set<String> holders = others.getOrDefault(key, Set.of());
        return !holders.isEmpty() && holders.stream().allMatch(OwnerKind::isFieldManager);
    }

    /** Returns the other managers of a key in words. */
    String holder(String key) {
        return others.containsKey(key)
                ? new TreeSet<>(others.get(key)).stream().map(Quote::whole).collect(Collectors.joining(", "))
                : "somebody who left no name";
    }
}
