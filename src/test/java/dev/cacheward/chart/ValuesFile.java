package dev.cacheward.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code values.yaml} as its readers see it: each value with the comment above it. */
record ValuesFile(List<Value> values) {
    private static final Path FILE = Path.of(Helm.CHART, "values.yaml");
    private static final Pattern LINE = Pattern.compile("( *)([A-Za-z]+):(?: (.*))?");

    /**
     * One value.
     *
     * @param path of keys, joined by dots
     * @param fallback its default, in one line
     */
    record Value(String path, String fallback, String comment) {}

    private record Key(int indent, String name) {}

    static ValuesFile read() {
        try {
            return parse(Files.readAllLines(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A value is what has a comment; what stands below it is its default. */
    static ValuesFile parse(List<String> lines) {
        List<Value> values = new ArrayList<>();
        Deque<Key> keys = new ArrayDeque<>();
        List<String> comment = new ArrayList<>();
        for (String line : lines) {
            Matcher matcher = LINE.matcher(line);
            if (line.strip().startsWith("#")) {
                comment.add(line.strip().substring(1).strip());
            } else if (!matcher.matches()) {
                comment.clear();
            } else {
                int indent = matcher.group(1).length();
                keys.removeIf(key -> key.indent() >= indent);
                keys.addLast(new Key(indent, matcher.group(2)));
                if (!comment.isEmpty()) {
                    values.add(new Value(path(keys), fallback(matcher.group(3)), String.join(" ", comment)));
                }
                comment.clear();
            }
        }
        return new ValuesFile(values);
    }

    List<String> paths() {
        return values.stream().map(Value::path).toList();
    }

    /** Between the marks {@code <!-- values -->} and {@code <!-- /values -->} of a text. */
    String fill(String text) {
        String table = values.stream()
                .map(value -> "| `" + value.path() + "` | " + value.fallback() + " | " + value.comment() + " |\n")
                .collect(Collectors.joining("", "| value | default | meaning |\n| --- | --- | --- |\n", ""));
        return text.replaceAll(
                "(?s)(<!-- values -->\n).*?(<!-- /values -->)", "$1" + Matcher.quoteReplacement(table) + "$2");
    }

    private static String path(Deque<Key> keys) {
        return keys.stream().map(Key::name).collect(Collectors.joining("."));
    }

    private static String fallback(String text) {
        return text == null ? "see the file" : "`" + text + "`";
    }
}
