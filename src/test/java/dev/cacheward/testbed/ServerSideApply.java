package dev.cacheward.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a server-side apply makes of an object. For each manager the last applied configuration is remembered: what it no
 * longer names goes, unless another manager applied it too. Every apply acts as if it were forced, since values that were
 * written by other means have no owner here; lists are replaced as a whole but for finalizers and owner references.
 */
final class ServerSideApply {
    static final Set<String> SERVER_OWNED = Set.of(
            "name",
            "namespace",
            "uid",
            "resourceVersion",
            "generation",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "managedFields");

    private final Map<String, Map<String, ObjectNode>> appliedByUid = new ConcurrentHashMap<>();

    /** The live object after the apply; {@code live} itself is left as it is. */
    ObjectNode apply(ObjectNode live, ObjectNode configuration, String manager, boolean status) {
        Map<String, ObjectNode> managers =
                appliedByUid.computeIfAbsent(Json.text(live, "uid"), uid -> new ConcurrentHashMap<>());
        ObjectNode now = status ? configuration.deepCopy().retain("status") : withoutServerOwned(configuration);
        ObjectNode before = managers.put(manager + (status ? "/status" : ""), now);
        List<ObjectNode> others = new ArrayList<>(managers.values());
        ObjectNode result = live.deepCopy();
        if (before != null) {
            remove(result, before, others);
        }
        merge(result, now);
        return result;
    }

    /**
     * The {@code managedFields} of a ConfigMap, for its data alone: which managers applied the values that are there. Values that
     * were written by other means have no owner.
     */
    ArrayNode owners(ObjectNode live) {
        ArrayNode entries = Json.empty().putArray("managedFields");
        new TreeMap<>(appliedByUid.getOrDefault(Json.text(live, "uid"), Map.of())).forEach((manager, applied) -> {
            ObjectNode keys = Json.empty();
            applied.path("data").properties().stream()
                    .filter(key -> key.getValue().equals(live.path("data").get(key.getKey())))
                    .forEach(key -> keys.putObject("f:" + key.getKey()));
            if (!keys.isEmpty()) {
                ObjectNode entry = entries.addObject().put("manager", manager).put("operation", "Apply");
                entry.putObject("fieldsV1").set("f:data", keys);
            }
        });
        return entries;
    }

    void forget(String uid) {
        appliedByUid.remove(uid);
    }

    private static ObjectNode withoutServerOwned(ObjectNode configuration) {
        ObjectNode copy = configuration.deepCopy().without(List.of("apiVersion", "kind", "status"));
        if (copy.get("metadata") instanceof ObjectNode metadata) {
            metadata.remove(SERVER_OWNED);
        }
        return copy;
    }

    private static void merge(ObjectNode target, ObjectNode applied) {
        applied.properties().forEach(field -> {
            JsonNode old = target.get(field.getKey());
            if (old instanceof ObjectNode oldObject && field.getValue() instanceof ObjectNode newObject) {
                merge(oldObject, newObject);
            } else if (isSet(field.getKey()) && old instanceof ArrayNode oldList) {
                target.set(field.getKey(), union(oldList, field.getValue()));
            } else {
                target.set(field.getKey(), field.getValue().deepCopy());
            }
        });
    }

    private static void remove(ObjectNode target, ObjectNode before, Collection<ObjectNode> keepers) {
        before.properties().forEach(field -> {
            String name = field.getKey();
            List<JsonNode> kept = keepers.stream()
                    .filter(k -> k.has(name))
                    .map(k -> k.get(name))
                    .toList();
            if (target.get(name) instanceof ObjectNode inner && field.getValue() instanceof ObjectNode old) {
                remove(inner, old, objects(kept));
                if (inner.isEmpty() && kept.isEmpty()) {
                    target.remove(name);
                }
            } else if (isSet(name) && target.get(name) instanceof ArrayNode list) {
                target.set(name, difference(list, field.getValue(), kept));
            } else if (kept.isEmpty()) {
                target.remove(name);
            }
        });
    }

    private static List<ObjectNode> objects(List<JsonNode> nodes) {
        return nodes.stream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
    }

    private static boolean isSet(String field) {
        return field.equals("finalizers") || field.equals("ownerReferences");
    }

    private static ArrayNode union(ArrayNode old, JsonNode added) {
        ArrayNode result = old.arrayNode();
        old.forEach(item -> {
            if (!holds(added, item)) {
                result.add(item);
            }
        });
        added.forEach(result::add);
        return result;
    }

    private static ArrayNode difference(ArrayNode list, JsonNode gone, List<JsonNode> kept) {
        ArrayNode result = list.arrayNode();
        list.forEach(item -> {
            if (!holds(gone, item) || kept.stream().anyMatch(k -> holds(k, item))) {
                result.add(item);
            }
        });
        return result;
    }

    private static boolean holds(JsonNode list, JsonNode item) {
        for (JsonNode candidate : list) {
            if (key(candidate).equals(key(item))) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode key(JsonNode item) {
        return item.has("uid") ? item.get("uid") : item;
    }
}
