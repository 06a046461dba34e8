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
import tools.jackson.databind.node.ValueNode;

/**
 * The names and values that an application reads.
 *
 * @param values by name; not complete if there is a problem
 * @param problems names that are not possible, or not distinct
 */
record Variables(SortedMap<String, ValueNode> values, List<Problem> problems) {
    /**
     * A name, and where it comes from.
     *
     * @param of what has the name, in words
     * @param field of the item that made it
     */
    record Named(String name, String of, String field, ValueNode value) {}

    /** Returns the switches of all entries, and the entries. */
    static Variables of(Vocabulary vocabulary, ItemNames names, NameStyle style) {
        List<Problem> problems =
                new ArrayList<>(names.check(vocabulary.entries().keySet()));
        if (!problems.isEmpty()) {
            return new Variables(new TreeMap<>(), problems);
        }
        List<Named> all = new ArrayList<>(switches(vocabulary, names, style));
        String template = style.hasLevels() ? vocabulary.path() : vocabulary.variable();
        vocabulary
                .entries()
                .forEach((entry, value) ->
                        all.add(new Named(names.of(entry, template), Quote.of(entry), names.field(entry), value)));
        return checked(all, style);
    }

    /** Returns the switches alone, and one variable with all entries. */
    static Variables of(Vocabulary vocabulary, ItemNames names, ValueNode object) {
        List<Named> all = new ArrayList<>(switches(vocabulary, names, NameStyle.VARIABLE));
        all.add(new Named(names.prefix() + vocabulary.json(), "all entries", "prefix", object));
        return checked(all, NameStyle.VARIABLE);
    }

    private static List<Named> switches(Vocabulary vocabulary, ItemNames names, NameStyle style) {
        List<Named> switches = new ArrayList<>();
        vocabulary.switches().forEach((path, value) -> {
            String name = style.hasLevels() ? path : path.replace('.', '_').toUpperCase(Locale.ROOT);
            switches.add(new Named(names.prefix() + name, "the switch " + name, "prefix", value));
        });
        return switches;
    }

    private static Variables checked(List<Named> all, NameStyle style) {
        List<Problem> problems = new ArrayList<>();
        SortedMap<String, ValueNode> values = new TreeMap<>();
        Map<String, Named> known = new HashMap<>();
        for (Named named : all) {
            if (!style.accepts(named.name())) {
                problems.add(new Problem(
                        named.field(),
                        Quote.of(named.name()) + ", the name of " + named.of() + ", cannot be read: allowed are "
                                + style.allowed()));
            }
            Optional.ofNullable(known.putIfAbsent(style.canonical(named.name()), named))
                    .ifPresent(other -> problems.add(taken(named, other)));
            values.put(named.name(), named.value());
        }
        problems.addAll(levels(values));
        return new Variables(values, problems);
    }

    private static Problem taken(Named named, Named other) {
        String field = other.field().startsWith("names") ? other.field() : named.field();
        String names = named.name().equals(other.name())
                ? Quote.of(named.name())
                : Quote.of(other.name()) + " and " + Quote.of(named.name()) + ", which Spring takes for one";
        return new Problem(
                field,
                "both " + other.of() + " and " + named.of() + " would be " + names + "; give one of them another name");
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
