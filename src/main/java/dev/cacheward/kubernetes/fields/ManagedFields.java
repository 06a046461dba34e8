package dev.cacheward.kubernetes.fields;

import io.fabric8.kubernetes.api.model.FieldsV1;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntryBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Says who owns which fields of a live object. An apply that changes a field of another owner is a conflict. The API server
 * treats an Update by our manager name as a different owner, and so does this class.
 */
public final class ManagedFields {
    private static final String FIELD = "f:";

    private final List<ManagedFieldsEntry> entries;

    private ManagedFields(List<ManagedFieldsEntry> entries) {
        this.entries = entries;
    }

    /** Reads {@code managedFields}. Objects from the caches have none, so pass an object that was read live. */
    public static ManagedFields of(HasMetadata live) {
        return new ManagedFields(live.getMetadata().getManagedFields());
    }

    /**
     * Returns the names of the fields below {@code parent} that this manager applied.
     *
     * @param parent such as {@code data}
     */
    public Set<String> applied(String manager, String parent) {
        Set<String> names = new TreeSet<>();
        entries.stream()
                .filter(entry -> isApplyOf(entry, manager))
                .forEach(entry -> names.addAll(children(entry, parent)));
        return names;
    }

    /**
     * Returns the other owners of the fields below {@code parent}, by field. Fields that only this manager applied are left
     * out.
     */
    public Map<String, Set<String>> others(String manager, String parent) {
        Map<String, Set<String>> others = new TreeMap<>();
        others(manager)
                .forEach(entry -> children(entry, parent)
                        .forEach(child -> others.computeIfAbsent(child, any -> new TreeSet<>())
                                .add(name(entry))));
        return others;
    }

    /**
     * Returns an owner of the field other than the applies of this manager.
     *
     * @param path the names of the fields from the root, none of them in a list
     */
    public Optional<String> other(String manager, List<String> path) {
        return others(manager)
                .filter(entry -> at(entry, path).isPresent())
                .map(ManagedFields::name)
                .findFirst();
    }

    /** Whether these managers own all fields; false if the object has no {@code managedFields}. */
    public boolean ownedOnlyBy(Set<String> managers) {
        return !entries.isEmpty()
                && entries.stream()
                        .filter(entry -> !fields(entry).isEmpty())
                        .allMatch(entry -> managers.contains(name(entry)));
    }

    /**
     * Returns an entry by which this manager has applied what others wrote, save the status. Somebody else brought the object
     * back, for example from a backup, and would keep every field in it that we apply no longer.
     *
     * @return empty if the manager has applied something itself
     */
    public Optional<ManagedFieldsEntry> inherited(String manager) {
        boolean applied = entries.stream().anyMatch(entry -> isApplyOf(entry, manager));
        return entries.stream()
                .filter(entry -> !applied && entry.getSubresource() == null)
                .reduce((one, other) -> union(one, other))
                .map(all -> new ManagedFieldsEntryBuilder(all)
                        .withManager(manager)
                        .withOperation("Apply")
                        .build());
    }

    private static ManagedFieldsEntry union(ManagedFieldsEntry one, ManagedFieldsEntry other) {
        FieldsV1 all = new FieldsV1();
        all.setAdditionalProperties(union(fields(one), fields(other)));
        return new ManagedFieldsEntryBuilder(one).withFieldsV1(all).build();
    }

    @SuppressWarnings("unchecked") // below each field are fields
    private static Map<String, Object> union(Map<String, Object> one, Map<String, Object> other) {
        Map<String, Object> all = new TreeMap<>(one);
        other.forEach((field, below) -> all.merge(
                field, below, (mine, theirs) -> union((Map<String, Object>) mine, (Map<String, Object>) theirs)));
        return all;
    }

    private Stream<ManagedFieldsEntry> others(String manager) {
        return entries.stream().filter(entry -> !isApplyOf(entry, manager));
    }

    private static boolean isApplyOf(ManagedFieldsEntry entry, String manager) {
        return manager.equals(entry.getManager()) && "Apply".equals(entry.getOperation());
    }

    private static String name(ManagedFieldsEntry entry) {
        return Optional.ofNullable(entry.getManager()).orElse("");
    }

    private static List<String> children(ManagedFieldsEntry entry, String parent) {
        return at(entry, List.of(parent)).stream()
                .flatMap(fields -> fields.keySet().stream())
                .map(Object::toString)
                .filter(key -> key.startsWith(FIELD))
                .map(key -> key.substring(FIELD.length()))
                .toList();
    }

    private static Optional<Map<?, ?>> at(ManagedFieldsEntry entry, List<String> path) {
        Optional<Map<?, ?>> at = Optional.of(fields(entry));
        for (String name : path) {
            at = at.map(fields -> fields.get(FIELD + name) instanceof Map<?, ?> below ? below : null);
        }
        return at;
    }

    private static Map<String, Object> fields(ManagedFieldsEntry entry) {
        return Optional.ofNullable(entry.getFieldsV1())
                .map(FieldsV1::getAdditionalProperties)
                .orElse(Map.of());
    }
}
