package dev.cacheward.cli.imports.helm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The table of what the charts' values mean. */
final class ChartRules {
    private static final String TABLE = "charts.csv";

    private final List<Rule> rules;

    private ChartRules(List<Rule> rules) {
        this.rules = rules;
    }

    /**
     * A line of the table.
     *
     * @param path a pattern of whole paths, such as {@code master.persistence.size}
     * @param action what is to be done with the value
     * @param why for the report, if the action is one that only tells
     */
    record Rule(Pattern path, String action, String why) {}

    static ChartRules load() {
        try (InputStream in = ChartRules.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + TABLE);
            }
            return new ChartRules(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 3))
                    .map(row -> new Rule(Pattern.compile(row[0]), row[1], row[2]))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE, e);
        }
    }

    /** Returns the first rule for a path. */
    Optional<Rule> find(String path) {
        return rules.stream()
                .filter(rule -> rule.path().matcher(path).matches())
                .findFirst();
    }
}
