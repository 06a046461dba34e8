package dev.cacheward.redis.conf.value;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says which values a parameter takes. A rule is made from the words in which a server refuses a wrong value.
 *
 * @param rule {@code lowest..highest} for an integer; {@code memory lowest..highest} or {@code memory|percent} for an amount;
 *     words joined by {@code |} for one of them, after {@code several} for one or more of them; {@code letters} and the letters;
 *     the name of a {@link TextGrammar}; or {@code text} for anything
 */
public record ParameterValue(String rule) {
    private static final Pattern RANGE = Pattern.compile("(memory )?(-?\\d+)\\.\\.(-?\\d+)");
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9]\\d{0,19}");
    private static final Pattern PERCENT = Pattern.compile("(100|[1-9]?\\d)%");
    private static final String SEVERAL = "several ";
    private static final String LETTERS = "letters ";
    /** Where a server has two words for one thing, it prints the other. */
    private static final Map<String, String> PRINTED_AS = Map.of("relative", "yes");

    /** Says what is allowed, to end a sentence such as "must be ..."; empty if the value is allowed. */
    public Optional<String> violation(String value) {
        Matcher range = RANGE.matcher(rule);
        if (range.matches()) {
            return range.group(1) == null
                    ? integer(value, range.group(2), range.group(3))
                    : memory(value, range.group(2), range.group(3));
        }
        if (rule.equals("memory|percent")) {
            boolean ok =
                    Memory.bytes(value).isPresent() || PERCENT.matcher(value).matches();
            return allow(ok, "a number of bytes such as 100mb, or a percentage of maxmemory such as 10%, at most 100%");
        }
        if (rule.startsWith(LETTERS)) {
            String letters = rule.substring(LETTERS.length());
            return allow(value.chars().allMatch(c -> letters.indexOf(c) >= 0), "letters of " + letters);
        }
        return TextGrammar.of(rule).map(grammar -> grammar.violation(value)).orElseGet(() -> words(value));
    }

    /**
     * Returns what a server prints after it was given the value; one that is not allowed comes back as it is.
     *
     * @param standard what the server prints if no value was given: a value may replace a part of it only
     */
    public String canonical(String value, String standard) {
        if (violation(value).isPresent()) {
            return value;
        }
        if (rule.startsWith("memory")) {
            return amount(value);
        }
        if (rule.startsWith(LETTERS)) {
            return KeyspaceEvents.canonical(value);
        }
        return TextGrammar.of(rule)
                .map(grammar -> grammar.canonical(value, standard))
                .orElseGet(() -> RANGE.matcher(rule).matches() ? value : printedWords(value));
    }

    private static String amount(String value) {
        return Memory.bytes(value).map(BigInteger::toString).orElse(value.equals("0%") ? "0" : value);
    }

    /** Several words come in the server's order, once each; the word that stands for none of them comes alone. */
    private String printedWords(String value) {
        List<String> given = List.of(value.toLowerCase(Locale.ROOT).split(" "));
        if (!rule.startsWith(SEVERAL)) {
            return PRINTED_AS.getOrDefault(given.get(0), given.get(0));
        }
        List<String> known = allowed();
        String printed = known.stream().skip(1).filter(given::contains).collect(Collectors.joining(" "));
        return printed.isEmpty() ? known.get(0) : printed;
    }

    private List<String> allowed() {
        return List.of((rule.startsWith(SEVERAL) ? rule.substring(SEVERAL.length()) : rule).split("\\|"));
    }

    private static Optional<String> integer(String value, String lowest, String highest) {
        boolean ok = INTEGER.matcher(value).matches() && within(new BigInteger(value), lowest, highest);
        return allow(ok, "a whole number from " + lowest + " to " + highest);
    }

    private static Optional<String> memory(String value, String lowest, String highest) {
        boolean ok = Memory.bytes(value)
                .filter(bytes -> within(bytes, lowest, highest))
                .isPresent();
        return allow(ok, "a number of bytes such as 1048576, 64kb, 100mb or 1gb, from " + lowest + " to " + highest);
    }

    private static boolean within(BigInteger number, String lowest, String highest) {
        return number.compareTo(new BigInteger(lowest)) >= 0 && number.compareTo(new BigInteger(highest)) <= 0;
    }

    private Optional<String> words(String value) {
        boolean several = rule.startsWith(SEVERAL);
        List<String> allowed = allowed();
        List<String> given = several ? Arrays.asList(value.split(" ", -1)) : List.of(value);
        boolean ok = given.stream().allMatch(word -> allowed.contains(word.toLowerCase(Locale.ROOT)))
                && !(several && contradicts(given));
        return allow(ok, (several ? "one or more of " : "one of ") + String.join(", ", allowed));
    }

    /** No server saves and does not save. */
    private static boolean contradicts(List<String> given) {
        return given.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList()
                .containsAll(Set.of("save", "nosave"));
    }

    private static Optional<String> allow(boolean ok, String allowed) {
        return ok ? Optional.empty() : Optional.of(allowed);
    }
}
