package dev.cacheward.delivery.format;

import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;
import tools.jackson.databind.node.ValueNode;

/** A Python module that holds nothing but literals. */
public final class PythonText {
    private PythonText() {}

    static String of(SortedMap<String, ValueNode> values) {
        return values.entrySet().stream().map(PythonText::line).collect(Collectors.joining());
    }

    private static String line(Map.Entry<String, ValueNode> value) {
        return assignment(value.getKey(), value.getValue());
    }

    /** Returns {@code NAME = literal} and a line break. */
    public static String assignment(String name, JsonNode value) {
        return name + " = " + literal(value, "") + "\n";
    }

    private static String literal(JsonNode value, String indent) {
        if (value.isObject()) {
            String inner = indent + "    ";
            return value.isEmpty()
                    ? "{}"
                    : value.properties().stream()
                            .map(entry ->
                                    inner + text(entry.getKey()) + ": " + literal(entry.getValue(), inner) + ",\n")
                            .collect(Collectors.joining("", "{\n", indent + "}"));
        }
        if (value.isArray()) {
            return value.valueStream()
                    .map(element -> literal(element, indent))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return scalar(value);
    }

    private static String scalar(JsonNode value) {
        if (value.isNull()) {
            return "None";
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "True" : "False";
        }
        return value.isNumber() ? value.asString() : text(value.stringValue());
    }

    /** JSON's escapes are Python's, except for characters beyond 16 bits, which JSON writes as two; those stay as they are. */
    private static String text(String value) {
        return StringNode.valueOf(value).toString();
    }
}
