package dev.cacheward.configmap;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.FieldsV1;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads from a ConfigMap's {@code managedFields} who owns which keys of its data. */
final class ManagedKeys {
    private static final String FIELD = "f:";
    private static final String DATA = "f:data";
    private static final String APPLY = "Apply";

    private ManagedKeys() {}

    /** The owners of all keys, seen from the manager of this name. */
    static KeyOwners of(ConfigMap map, String manager) {
        Set<String> ours = new TreeSet<>();
        Map<String, Set<String>> others = new TreeMap<>();
        for (ManagedFieldsEntry entry : map.getMetadata().getManagedFields()) {
            boolean our = isOurs(entry, manager);
            for (String key : keys(entry)) {
                if (our) {
                    ours.add(key);
                } else {
                    others.computeIfAbsent(key, any -> new TreeSet<>()).add(name(entry));
                }
            }
        }
        return new KeyOwners(ours, others);
    }

    /** Whether nobody but these managers has put anything into the map. */
    static boolean onlyOf(ConfigMap map, Set<String> managers) {
        List<ManagedFieldsEntry> entries = map.getMetadata().getManagedFields();
        return !entries.isEmpty()
                && entries.stream()
                        .filter(entry -> !fields(entry).isEmpty())
                        .allMatch(entry -> managers.contains(name(entry)));
    }

    /** What the manager's own name did by other means than apply, such as a hand that borrowed it, is not ours. */
    private static boolean isOurs(ManagedFieldsEntry entry, String manager) {
        return manager.equals(entry.getManager()) && APPLY.equals(entry.getOperation());
    }

    private static String name(ManagedFieldsEntry entry) {
        return Optional.ofNullable(entry.getManager()).orElse("");
    }

    private static Set<String> keys(ManagedFieldsEntry entry) {
        return fields(entry).get(DATA) instanceof Map<?, ?> data
                ? data.keySet().stream()
                        .map(Object::toString)
                        .filter(key -> key.startsWith(FIELD))
                        .map(key -> key.substring(FIELD.length()))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static Map<String, Object> fields(ManagedFieldsEntry entry) {
        return Optional.ofNullable(entry.getFieldsV1())
                .map(FieldsV1::getAdditionalProperties)
                .orElse(Map.of());
    }
}
