package dev.cacheward.cli.check.schema;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes values as the API server quotes them, which is Go. */
final class GoValue {
    private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b\\\"";
    private static final String ESCAPES = "abfnrtv\\\"";

    private GoValue() {}

    /** The type of a value in the words of JSON Schema. */
    static String type(Object value) {
        if (value instanceof Map) {
            return "object";
        }
        if (value instanceof List) {
            return "array";
        }
        if (value instanceof String) {
            return "string";
        }
        if (value instanceof Boolean) {
            return "boolean";
        }
        if (value instanceof Long) {
            return "integer";
        }
        return value == null ? "null" : "number";
    }

    /** The value as it stands in a message: a text with the escapes of Go's {@code %q}. */
    static String of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> quoted(entry.getKey().toString()) + ":" + of(entry.getValue()))
                    .sorted()
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(GoValue::of).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> append(quoted, character));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int character) {
        int known = ESCAPED.indexOf(character);
        if (known >= 0) {
            quoted.append('\\').append(ESCAPES.charAt(known));
        } else if (character < ' ' || character == 0x7f) {
            quoted.append(String.format("\\x%02x", character));
        } else if (isPrinted(character)) {
            quoted.appendCodePoint(character);
        } else {
            quoted.append(String.format(character > 0xffff ? "\\U%08x" : "\\u%04x", character));
        }
    }

    private static boolean isPrinted(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> character == ' ';
            default -> true;
        };
    }
}
