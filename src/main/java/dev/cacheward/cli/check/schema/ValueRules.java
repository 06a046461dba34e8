package dev.cacheward.cli.check.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Applies the keywords of a schema to one value, not to those in it. A problem that keeps the API server from its rules is blocking.
 */
final class ValueRules {
    private final Map<?, ?> schema;
    private final Object value;
    private final String field;
    private final List<String> blocking = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    ValueRules(Map<?, ?> schema, Object value, String field) {
        this.schema = schema;
        this.value = value;
        this.field = field;
    }

    /** The messages after which no rule is applied. */
    List<String> blocking() {
        return blocking;
    }

    List<String> others() {
        return others;
    }

    /** Applies all. After a wrong type only the choices are looked at, too. */
    ValueRules apply() {
        boolean fits = hasType();
        if (schema.get("enum") instanceof List<?> choices && !choices.contains(value)) {
            blocking.add("Unsupported value: " + GoValue.of(value) + ": supported values: "
                    + choices.stream().map(GoValue::of).sorted().collect(Collectors.joining(", ")));
        }
        if (fits && value instanceof String text) {
            text(text);
        } else if (fits && value instanceof Number number) {
            number(new BigDecimal(number.toString()));
        } else if (fits && value instanceof List<?> list) {
            size(list.size(), "Items", "items");
        } else if (fits && value instanceof Map<?, ?> map) {
            size(map.size(), "Properties", "properties");
        }
        return this;
    }

    private boolean hasType() {
        String type = GoValue.type(value);
        boolean either = Boolean.TRUE.equals(schema.get("x-kubernetes-int-or-string"));
        Object wanted = either ? "integer,string" : schema.get("type");
        boolean fits = wanted == null
                || List.of(wanted.toString().split(",")).contains(type)
                || "number".equals(wanted) && type.equals("integer");
        if (!fits) {
            blocking.add("Invalid value: \"" + type + "\": " + field + " in body must be of type " + wanted + ": \""
                    + type + "\"");
        }
        return fits;
    }

    private void text(String text) {
        int characters = text.codePointCount(0, text.length());
        if (characters > bound("maxLength", Integer.MAX_VALUE)) {
            blocking.add("Too long: may not be more than " + schema.get("maxLength") + " bytes");
        }
        if (characters < bound("minLength", 0)) {
            invalid("should be at least " + schema.get("minLength") + " chars long");
        }
        if (schema.get("pattern") instanceof String pattern
                && !Pattern.compile(pattern).matcher(text).find()) {
            invalid("should match '" + pattern + "'");
        }
    }

    private void number(BigDecimal number) {
        if (number.compareTo(BigDecimal.valueOf(bound("maximum", Long.MAX_VALUE))) > 0) {
            invalid("should be less than or equal to " + schema.get("maximum"));
        }
        if (number.compareTo(BigDecimal.valueOf(bound("minimum", Long.MIN_VALUE))) < 0) {
            invalid("should be greater than or equal to " + schema.get("minimum"));
        }
    }

    private void size(int size, String keyword, String word) {
        if (size > bound("max" + keyword, Integer.MAX_VALUE)) {
            blocking.add("Too many: " + size + ": must have at most " + schema.get("max" + keyword) + " items");
        }
        if (size < bound("min" + keyword, 0)) {
            others.add("Invalid value: " + size + ": " + field + " in body should have at least "
                    + schema.get("min" + keyword) + " " + word);
        }
    }

    private void invalid(String what) {
        others.add("Invalid value: " + GoValue.of(value) + ": " + field + " in body " + what);
    }

    private long bound(String keyword, long otherwise) {
        return schema.get(keyword) instanceof Number number ? number.longValue() : otherwise;
    }

    /** The indexes of items that a set, or a map in the form of a list, has already. */
    static List<Integer> duplicates(Map<?, ?> schema, List<?> list) {
        boolean map = "map".equals(schema.get("x-kubernetes-list-type"));
        if (!map && !"set".equals(schema.get("x-kubernetes-list-type"))) {
            return List.of();
        }
        Set<Object> seen = new HashSet<>();
        List<Integer> duplicates = new ArrayList<>();
        for (int index = 0; index < list.size(); index++) {
            if (!seen.add(map ? keys(schema, list.get(index)) : list.get(index))) {
                duplicates.add(index);
            }
        }
        return duplicates;
    }

    /** Only the fields by which the API server tells items apart. */
    static Object keys(Map<?, ?> schema, Object item) {
        return schema.get("x-kubernetes-list-map-keys") instanceof List<?> keys && item instanceof Map<?, ?> fields
                ? fields.entrySet().stream()
                        .filter(field -> keys.contains(field.getKey()))
                        .collect(Collectors.toMap(field -> field.getKey(), field -> String.valueOf(field.getValue())))
                : item;
    }
}
