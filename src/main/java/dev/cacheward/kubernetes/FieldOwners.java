package dev.cacheward.kubernetes;

import io.fabric8.kubernetes.api.model.FieldsV1;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose a field of a live object is, as its {@code managedFields} say: whose apply of another value would conflict. */
public final class FieldOwners {
    private FieldOwners() {}

    /**
     * Another manager that owns the field. One of our name that wrote by other means than an apply is another one to the API
     * server, too.
     *
     * @param manager by whose applies the field may be owned
     * @param path names of fields, none of them in a list
     */
    public static Optional<String> other(HasMetadata live, String manager, List<String> path) {
        return live.getMetadata().getManagedFields().stream()
                .filter(entry -> !isApplyOf(entry, manager))
                .filter(entry -> owns(entry, path))
                .map(ManagedFieldsEntry::getManager)
                .findFirst();
    }

    private static boolean isApplyOf(ManagedFieldsEntry entry, String manager) {
        return manager.equals(entry.getManager()) && "Apply".equals(entry.getOperation());
    }

    private static boolean owns(ManagedFieldsEntry entry, List<String> path) {
        Optional<Object> at = Optional.ofNullable(entry.getFieldsV1()).map(FieldsV1::getAdditionalProperties);
        for (String name : path) {
            at = at.map(node -> node instanceof Map<?, ?> fields ? fields.get("f:" + name) : null);
        }
        return at.isPresent();
    }
}
