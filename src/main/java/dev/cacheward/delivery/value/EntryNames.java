package dev.cacheward.delivery.value;

import dev.cacheward.validation.Problem;
import dev.cacheward.validation.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Checks the names of TTLs and limits, which become parts of environment variables. */
public final class EntryNames {
    /** The most entries of one map. */
    public static final int MOST = 128;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private static final String YAML =
            "YAML makes true and false from y, yes, on, n, no and off when they are not quoted;"
                    + " choose another name";

    private static final String KEY = "a key of that name is delivered already; choose another name";

    private static final Map<String, String> RESERVED =
            Map.of("true", YAML, "false", YAML, "enabled", KEY, "mode", KEY, "json", KEY, "storage_uri", KEY);

    private EntryNames() {}

    /**
     * Returns all that is wrong with the names, in alphabetical order.
     *
     * @param field the path of the map, such as {@code spec.ttls}
     */
    public static List<Problem> check(String field, Set<String> names) {
        List<Problem> problems = new ArrayList<>();
        if (names.isEmpty() || names.size() > MOST) {
            problems.add(new Problem(field, "has " + names.size() + " entries; allowed are 1 to " + MOST));
        }
        for (String name : new TreeSet<>(names)) {
            problem(name).ifPresent(message -> problems.add(new Problem(field, Quote.of(name) + " " + message)));
        }
        return List.copyOf(problems);
    }

    private static Optional<String> problem(String name) {
        if (RESERVED.containsKey(name)) {
            return Optional.of("cannot be a name: " + RESERVED.get(name));
        }
        return NAME.matcher(name).matches()
                ? Optional.empty()
                : Optional.of("is not a name: allowed are 1 to 63 lower case letters, digits and '_', a letter first");
    }
}
