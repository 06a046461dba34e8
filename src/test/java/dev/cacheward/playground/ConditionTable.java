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

    /** A row for each condition, and beneath it the message, if that is new and not what the row before says. */
    static List<String> lines(List<Condition> before, List<Condition> now) {
        List<String> known = before.stream().map(Condition::message).toList();
        List<String> lines = new ArrayList<>();
        String said = "";
        for (Condition condition : now) {
            lines.add(String.format(ROW, condition.type(), condition.status(), condition.reason()));
            if (!condition.message().equals(said) && !known.contains(condition.message())) {
                Screen.wrap(condition.message(), Screen.WIDTH - MARGIN - BESIDE.length())
                        .forEach(line -> lines.add(BESIDE + line));
            }
            said = condition.message();
        }
        return lines;
    }
}
