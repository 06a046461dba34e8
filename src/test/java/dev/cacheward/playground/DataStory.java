package dev.cacheward.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** What a ConfigMap holds, and how it changed. */
final class DataStory {
    private static final int LONGEST_VALUE = 60;

    private DataStory() {}

    static List<String> content(Map<String, String> data) {
        return data.entrySet().stream()
                .map(e -> isText(e.getValue())
                        ? e.getKey() + " (" + e.getValue().lines().count() + " lines)"
                        : e.getKey() + "=" + e.getValue())
                .sorted()
                .toList();
    }

    /** Only what differs; a text of many lines by its lines. */
    static List<String> changes(Map<String, String> before, Map<String, String> after) {
        TreeSet<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        List<String> changes = new ArrayList<>();
        for (String key : keys) {
            String old = before.get(key);
            String now = after.get(key);
            if (Objects.equals(old, now)) {
                continue;
            }
            if (old != null && now != null && (isText(old) || isText(now))) {
                changes.add(key + ":");
                changes.addAll(lineChanges(old, now));
            } else {
                changes.add(key + ": " + Objects.requireNonNullElse(old, "(absent)") + " -> "
                        + Objects.requireNonNullElse(now, "(gone)"));
            }
        }
        return changes;
    }

    private static List<String> lineChanges(String old, String now) {
        List<String> before = old.lines().toList();
        List<String> after = now.lines().toList();
        List<String> changes = new ArrayList<>();
        before.stream().filter(line -> !after.contains(line)).forEach(line -> changes.add("  - " + line));
        after.stream().filter(line -> !before.contains(line)).forEach(line -> changes.add("  + " + line));
        return changes;
    }

    private static boolean isText(String value) {
        return value.contains("\n") || value.length() > LONGEST_VALUE;
    }
}
