package dev.cacheward.cli.diff;

import dev.cacheward.cli.diff.report.FieldChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the fields in which two values differ. */
final class FieldChanges {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Bookkeeping of the operator, which follows from what else changes. */
    private static final String OWN = "cacheward.dev/";

    private final boolean secret;
    private final List<FieldChange> found = new ArrayList<>();

    private FieldChanges(boolean secret) {
        this.secret = secret;
    }

    /**
     * Returns all fields that differ, by their paths.
     *
     * @param path of both values
     * @param secret whether no value below {@code data} may be shown
     */
    static List<FieldChange> between(String path, Object before, Object after, boolean secret) {
        FieldChanges changes = new FieldChanges(secret);
        changes.compare(path, JSON.valueToTree(before), JSON.valueToTree(after));
        return List.copyOf(changes.found);
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (before.equals(after) || isNothing(before) && isNothing(after)) {
            return;
        }
        if (isTree(before, after) || isTree(after, before)) {
            names(before, after).forEach(name -> field(path, name, before.path(name), after.path(name)));
        } else if (before.isArray() && after.isArray() && isNamed(before) && isNamed(after)) {
            Map<String, JsonNode> left = byName(before);
            Map<String, JsonNode> right = byName(after);
            Set<String> all = new LinkedHashSet<>(left.keySet());
            all.addAll(right.keySet());
            all.forEach(name -> compare(
                    path + "[" + name + "]",
                    left.getOrDefault(name, JSON.missingNode()),
                    right.getOrDefault(name, JSON.missingNode())));
        } else {
            leaf(path, before, after);
        }
    }

    private void field(String path, String name, JsonNode before, JsonNode after) {
        if (path.endsWith("annotations") && name.startsWith(OWN)) {
            return;
        }
        String step = name.matches("[A-Za-z0-9_-]+") ? (path.isEmpty() ? "" : ".") + name : "[" + name + "]";
        compare(path + step, before, after);
    }

    private void leaf(String path, JsonNode before, JsonNode after) {
        if (secret && path.startsWith("data")) {
            found.add(new FieldChange(path, hidden(before), hidden(after)));
        } else if (text(before).contains("\n") || text(after).contains("\n")) {
            lines(path, text(before), text(after));
        } else {
            found.add(new FieldChange(path, text(before), text(after)));
        }
    }

    /** Compares texts line by line. Lines that begin with the same word are one change, as those of redis.conf. */
    private void lines(String path, String before, String after) {
        List<String> gone = missing(before, after);
        List<String> come = new ArrayList<>(missing(after, before));
        for (String line : gone) {
            String word = first(line);
            String partner = come.stream()
                    .filter(other -> first(other).equals(word))
                    .findFirst()
                    .orElse("");
            come.remove(partner);
            found.add(new FieldChange(path, line, partner));
        }
        come.forEach(line -> found.add(new FieldChange(path, "", line)));
    }

    private static List<String> missing(String from, String in) {
        Set<String> there = in.lines().collect(Collectors.toSet());
        return from.lines()
                .filter(line -> !there.contains(line) && !line.isBlank())
                .toList();
    }

    private static String first(String line) {
        return line.strip().split("[ =:]", 2)[0];
    }

    private static String hidden(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "" : FieldChange.SECRET;
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return value.isValueNode() ? value.asString("") : value.toString();
    }

    /** Whether both are objects; what is not there is one without fields. */
    private static boolean isTree(JsonNode one, JsonNode other) {
        return one.isObject() && (other.isObject() || other.isMissingNode() || other.isNull());
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.isContainer() && value.isEmpty();
    }

    private static Set<String> names(JsonNode before, JsonNode after) {
        Set<String> names = new TreeSet<>();
        before.properties().forEach(field -> names.add(field.getKey()));
        after.properties().forEach(field -> names.add(field.getKey()));
        return names;
    }

    private static boolean isNamed(JsonNode array) {
        for (JsonNode element : array) {
            if (!element.has("name")) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, JsonNode> byName(JsonNode array) {
        return array.valueStream()
                .collect(Collectors.toMap(
                        element -> element.get("name").asString(""),
                        element -> element,
                        (first, second) -> second,
                        LinkedHashMap::new));
    }
}
