package dev.cacheward.playground;

import dev.cacheward.api.v1alpha1.Condition;
import java.util.ArrayList;
import java.util.List;

/** Conditions in columns. */
final class ConditionTable {
    private static final int MARGIN = 20;
    private static final String BESIDE = " ".repeat(22);
    private static final String ROW = "%-15s %-5s %s";

    private ConditionTable() {}

    /** The message beneath its row, unless the row before says the same. */
    static List<String> lines(List<Condition> conditions) {
        List<String> lines = new ArrayList<>();
        String said = "";
        for (Condition condition : conditions) {
            lines.add(String.format(ROW, condition.type(), condition.status(), condition.reason()));
            if (!condition.message().equals(said)) {
                said = condition.message();
                Screen.wrap(said, Screen.WIDTH - MARGIN - BESIDE.length()).forEach(line -> lines.add(BESIDE + line));
            }
        }
        return lines;
    }
}
