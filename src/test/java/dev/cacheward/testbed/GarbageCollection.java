package dev.cacheward.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.mockwebserver.crud.AttributeSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Deletes what has owners of which none lives any more, as the garbage collector does, but at once. */
final class GarbageCollection {
    private final Map<AttributeSet, String> store;
    private final StoredObjects objects;

    GarbageCollection(Map<AttributeSet, String> store, StoredObjects objects) {
        this.store = store;
        this.objects = objects;
    }

    void sweep() {
        while (sweepOnce()) {
            // what was owned by what has just gone comes next
        }
    }

    private boolean sweepOnce() {
        Map<Map.Entry<AttributeSet, String>, ObjectNode> all = new LinkedHashMap<>();
        Set<String> uids = new HashSet<>();
        for (Map.Entry<AttributeSet, String> entry : new ArrayList<>(store.entrySet())) {
            ObjectNode object = Json.object(entry.getValue());
            all.put(Map.entry(entry.getKey(), entry.getValue()), object);
            uids.add(Json.text(object, "uid"));
        }
        List<Map.Entry<AttributeSet, String>> orphans = all.entrySet().stream()
                .filter(e -> isOrphan(e.getValue(), uids))
                .map(Map.Entry::getKey)
                .toList();
        orphans.forEach(orphan -> objects.delete(orphan, Json.empty()));
        return !orphans.isEmpty();
    }

    private static boolean isOrphan(ObjectNode object, Set<String> uids) {
        JsonNode owners = object.path("metadata").path("ownerReferences");
        if (owners.isEmpty() || object.path("metadata").has("deletionTimestamp")) {
            return false;
        }
        for (JsonNode owner : owners) {
            if (uids.contains(owner.path("uid").asText())) {
                return false;
            }
        }
        return true;
    }
}
