package dev.cacheward.cli.diff;

import dev.cacheward.cli.diff.report.FieldChange;
import dev.cacheward.cli.diff.report.ObjectChange;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares two sets of objects. */
final class ObjectChanges {
    private ObjectChanges() {}

    /**
     * Returns what has to be done to get from one set to the other.
     *
     * @param before what is written for the resource as it is
     * @param after what is written for the resource as it would be
     */
    static List<ObjectChange> between(List<? extends HasMetadata> before, List<? extends HasMetadata> after) {
        Map<String, HasMetadata> left = byName(before);
        Map<String, HasMetadata> right = byName(after);
        List<ObjectChange> changes = new ArrayList<>();
        right.forEach((name, wanted) -> {
            HasMetadata was = left.get(name);
            if (was == null) {
                changes.add(new ObjectChange(ObjectChange.Action.CREATE, name, List.of()));
                return;
            }
            List<FieldChange> fields =
                    FieldChanges.between("", was, wanted, wanted.getKind().equals("Secret"));
            if (!fields.isEmpty()) {
                changes.add(new ObjectChange(ObjectChange.Action.CHANGE, name, fields));
            }
        });
        left.keySet().stream()
                .filter(name -> !right.containsKey(name))
                .forEach(name -> changes.add(new ObjectChange(ObjectChange.Action.DELETE, name, List.of())));
        return changes;
    }

    private static Map<String, HasMetadata> byName(List<? extends HasMetadata> objects) {
        Map<String, HasMetadata> byName = new LinkedHashMap<>();
        objects.forEach(object ->
                byName.put(object.getKind() + "/" + object.getMetadata().getName(), object));
        return byName;
    }
}
