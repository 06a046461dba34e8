package dev.cacheward.cli.check.schema;

import dev.cacheward.cli.check.schema.SchemaProblem.Source;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says everything that the API server refuses in one resource. It differs in one point: where the schema is broken in one place, the
 * API server checks no rule at all, and this still checks those on all that is sound.
 */
public final class SchemaCheck {
    /** The fields of ObjectMeta, which no CRD lists. */
    private static final Set<String> METADATA = Set.of(
            "annotations",
            "creationTimestamp",
            "deletionGracePeriodSeconds",
            "deletionTimestamp",
            "finalizers",
            "generateName",
            "generation",
            "labels",
            "managedFields",
            "name",
            "namespace",
            "ownerReferences",
            "resourceVersion",
            "selfLink",
            "uid");

    private final RuleCheck rules;
    private final List<SchemaProblem> problems = new ArrayList<>();

    private SchemaCheck(RuleCheck rules) {
        this.rules = rules;
    }

    /**
     * @param schema {@code openAPIV3Schema}
     * @param resource as it was read, or as the API server would hold it
     * @param expressions may be used again for other resources
     */
    public static List<SchemaProblem> check(Map<?, ?> schema, Map<?, ?> resource, CelExpressions expressions) {
        SchemaCheck check = new SchemaCheck(new RuleCheck(expressions));
        check.metadata(resource.get("metadata"));
        check.map(schema, resource, FieldName.ROOT);
        check.problems.addAll(check.rules.problems());
        return check.problems;
    }

    private void metadata(Object metadata) {
        Map<?, ?> fields = metadata instanceof Map<?, ?> map ? map : Map.of();
        fields.keySet().stream()
                .map(Object::toString)
                .filter(name -> !METADATA.contains(name))
                .forEach(name -> unknown(name, FieldName.ROOT.field("metadata").field(name), METADATA));
        if (fields.get("name") == null && fields.get("generateName") == null) {
            problems.add(SchemaProblem.of(
                    Source.SCHEMA, "metadata.name", "Required value: name or generateName is required"));
        }
        for (String texts : List.of("labels", "annotations")) {
            if (fields.get(texts) instanceof Map<?, ?> entries) {
                entries.forEach((key, value) -> text("metadata." + texts + "." + key, value));
            }
        }
    }

    private void text(String field, Object value) {
        if (!(value instanceof String)) {
            String type = GoValue.type(value);
            problems.add(SchemaProblem.of(
                    Source.SCHEMA,
                    field,
                    "Invalid value: \"" + type + "\": " + field + " in body must be of type string: \"" + type + "\""));
        }
    }

    /** Returns whether all is sound, so that rules can be applied to what is around it. */
    private boolean visit(Map<?, ?> schema, Object value, FieldName at) {
        ValueRules own = new ValueRules(schema, value, at.plain()).apply();
        own.blocking()
                .forEach(message -> problems.add(
                        new SchemaProblem(Source.SCHEMA, at.plain(), message, YamlWords.hint(schema, value))));
        own.others().forEach(message -> problems.add(SchemaProblem.of(Source.SCHEMA, at.plain(), message)));
        boolean sound = own.blocking().isEmpty();
        if (sound && value instanceof Map<?, ?> map) {
            sound = map(schema, map, at);
        } else if (sound && value instanceof List<?> list) {
            sound = list(schema, list, at);
        }
        if (sound && !at.equals(FieldName.ROOT)) {
            rules.apply(schema, value, at);
        }
        return sound;
    }

    private boolean map(Map<?, ?> schema, Map<?, ?> map, FieldName at) {
        boolean sound = required(schema, map, at);
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String name = entry.getKey().toString();
            Optional<Map<?, ?>> known = child(schema.get("properties"), name);
            if (known.isPresent()) {
                sound &= isOfKubernetes(at, name) || visit(known.get(), entry.getValue(), at.field(name));
            } else if (schema.get("additionalProperties") instanceof Map<?, ?> values) {
                sound &= visit(values, entry.getValue(), at.entry(name));
            } else if (schema.get("properties") instanceof Map<?, ?> allowed && !isOfKubernetes(at, name)) {
                unknown(name, at.field(name), allowed.keySet());
            }
        }
        if (sound && at.equals(FieldName.ROOT)) {
            rules.apply(schema, map, at);
        }
        return sound;
    }

    private static boolean isOfKubernetes(FieldName at, String name) {
        return at.equals(FieldName.ROOT)
                && Set.of("apiVersion", "kind", "metadata").contains(name);
    }

    private boolean required(Map<?, ?> schema, Map<?, ?> map, FieldName at) {
        boolean complete = true;
        for (Object name : schema.get("required") instanceof List<?> names ? names : List.of()) {
            if (!map.containsKey(name)) {
                problems.add(SchemaProblem.of(
                        Source.SCHEMA, at.field(name.toString()).plain(), "Required value"));
                complete = false;
            }
        }
        return complete;
    }

    private boolean list(Map<?, ?> schema, List<?> list, FieldName at) {
        boolean sound = true;
        Map<?, ?> items = schema.get("items") instanceof Map<?, ?> of ? of : Map.of();
        for (int index = 0; index < list.size(); index++) {
            sound &= visit(items, list.get(index), at.item(index));
        }
        for (int index : ValueRules.duplicates(schema, list)) {
            problems.add(SchemaProblem.of(
                    Source.SCHEMA,
                    at.item(index).plain(),
                    "Duplicate value: " + GoValue.of(ValueRules.keys(schema, list.get(index)))));
        }
        return sound;
    }

    private static Optional<Map<?, ?>> child(Object properties, String name) {
        return properties instanceof Map<?, ?> map && map.get(name) instanceof Map<?, ?> schema
                ? Optional.of(schema)
                : Optional.empty();
    }

    private void unknown(String name, FieldName field, Set<?> allowed) {
        Set<String> names = new LinkedHashSet<>();
        allowed.forEach(each -> names.add(each.toString()));
        problems.add(new SchemaProblem(
                Source.UNKNOWN_FIELD,
                field.plain(),
                "unknown field \"" + field.plain() + "\"",
                Optional.of(Nearest.hint(name, names))));
    }
}
