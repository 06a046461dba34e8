package dev.cacheward.delivery.format;

import dev.cacheward.validation.Problem;
import dev.cacheward.validation.Quote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.node.ValueNode;

/**
 * The names and values that an application reads.
 *
 * @param values by name; not complete if there is a problem
 * @param problems names that are not possible, or not distinct
 */
record Variables(SortedMap<String, ValueNode> values, List<Problem> problems) {
    static Variables of(Vocabulary vocabulary, ItemNames names, NameStyle style) {
        List<Problem> problems =
                new ArrayList<>(names.check(vocabulary.entries().keySet()));
        if (!problems.isEmpty()) {
            return new Variables(new TreeMap<>(), problems);
        }
        SortedMap<String, ValueNode> values = new TreeMap<>();
        Map<String, String> owners = new HashMap<>();
        vocabulary.switches().forEach((path, value) -> {
            String name = names.prefix() + switchName(path, style);
            values.put(name, value);
            owners.put(name, "a switch of all entries");
        });
        String template = style == NameStyle.PATH ? vocabulary.path() : vocabulary.variable();
        vocabulary.entries().forEach((entry, value) -> {
            String name = names.of(entry, template);
            Stream.of(unreadable(entry, name, style), taken(entry, name, owners.putIfAbsent(name, Quote.of(entry))))
                    .flatMap(Optional::stream)
                    .map(message -> new Problem(names.field(entry), message))
                    .forEach(problems::add);
            values.put(name, value);
        });
        problems.addAll(levels(values));
        return new Variables(values, problems);
    }

    private static String switchName(String path, NameStyle style) {
        return style == NameStyle.PATH ? path : path.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static Optional<String> unreadable(String entry, String name, NameStyle style) {
        return style.accepts(name)
                ? Optional.empty()
                : Optional.of(Quote.of(name) + ", the name of " + Quote.of(entry) + ", cannot be read: allowed are "
                        + style.allowed());
    }

    private static Optional<String> taken(String entry, String name, String owner) {
        return Optional.ofNullable(owner)
                .map(other -> "both " + Quote.of(entry) + " and " + other + " would be " + Quote.of(name)
                        + "; give one of them another name");
    }

    /** Returns the names that would be a value and a level at once. */
    private static List<Problem> levels(SortedMap<String, ValueNode> values) {
        return values.keySet().stream()
                .filter(name -> !values.subMap(name + ".", name + "/").isEmpty())
                .map(name -> new Problem(
                        "names",
                        Quote.of(name) + " cannot be a value and, for "
                                + Quote.of(values.subMap(name + ".", name + "/").firstKey())
                                + ", a level too; give one of them another name"))
                .toList();
    }
}
