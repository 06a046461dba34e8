package dev.cacheward.delivery.format;

import dev.cacheward.api.v1alpha1.Delivery;
import dev.cacheward.validation.Problem;
import dev.cacheward.validation.Quote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the author wants the names of one item.
 *
 * @param prefix stands before every name; may be empty
 * @param template of an entry's name; empty means the default
 * @param single entries with a whole name of their own
 */
public record ItemNames(String prefix, Optional<String> template, Map<String, String> single) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private static final Pattern PREFIX = Pattern.compile("(?:[A-Za-z_][A-Za-z0-9_.-]*)?");

    /** Returns what an item says. */
    public static ItemNames of(Delivery item) {
        return new ItemNames(
                Optional.ofNullable(item.prefix()).orElse(""),
                Optional.ofNullable(item.template()),
                Optional.ofNullable(item.names()).orElse(Map.of()));
    }

    /** Returns the field that made the name of an entry. */
    String field(String entry) {
        if (single.containsKey(entry)) {
            return "names." + entry;
        }
        return template.isPresent() ? "template" : "prefix";
    }

    /** Returns the name that the application reads. */
    String of(String entry, String defaultTemplate) {
        return Optional.ofNullable(single.get(entry))
                .orElseGet(() -> prefix
                        + PLACEHOLDER
                                .matcher(template.orElse(defaultTemplate))
                                .replaceAll(found -> Matcher.quoteReplacement(replaced(found.group(1), entry))));
    }

    private static String replaced(String placeholder, String entry) {
        return switch (placeholder) {
            case "NAME" -> entry.toUpperCase(Locale.ROOT);
            case "kebab" -> entry.replace('_', '-');
            case "camel" -> camel(entry);
            default -> entry;
        };
    }

    private static String camel(String entry) {
        List<String> words =
                Arrays.stream(entry.split("_+")).filter(word -> !word.isEmpty()).toList();
        return words.get(0)
                + words.stream()
                        .skip(1)
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }

    /** Returns what is wrong with the prefix, with the template and with the entries that have names of their own. */
    List<Problem> check(Set<String> entries) {
        List<Problem> problems = new ArrayList<>();
        if (!PREFIX.matcher(prefix).matches()) {
            problems.add(new Problem(
                    "prefix",
                    Quote.of(prefix)
                            + " begins no name: allowed are letters, digits, '_', '-' and '.', a letter or '_' first (such"
                            + " as SHOP_)"));
        }
        template.filter(text -> !hasOnePlaceholder(text))
                .ifPresent(text -> problems.add(new Problem(
                        "template",
                        Quote.of(text)
                                + " must contain exactly one of {NAME}, {name}, {kebab} and {camel}, and no other"
                                + " brace (such as CACHE_TTL_{NAME})")));
        for (String unknown : new TreeSet<>(single.keySet())) {
            if (!entries.contains(unknown)) {
                problems.add(new Problem("names", Quote.of(unknown) + " is no entry; there are " + listed(entries)));
            }
        }
        return problems;
    }

    private static boolean hasOnePlaceholder(String template) {
        Matcher found = PLACEHOLDER.matcher(template);
        return found.find()
                && Set.of("NAME", "name", "kebab", "camel").contains(found.group(1))
                && (template.substring(0, found.start()) + template.substring(found.end()))
                        .chars()
                        .noneMatch(character -> character == '{' || character == '}');
    }

    private static String listed(Set<String> entries) {
        return new TreeSet<>(entries).stream().limit(10).collect(Collectors.joining(", "))
                + (entries.size() > 10 ? ", …" : "");
    }
}
