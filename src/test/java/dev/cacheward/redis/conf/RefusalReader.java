package dev.cacheward.redis.conf;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes the rule of a parameter out of the words in which a server refuses values.
 *
 * @param attempt gives a value to the server and returns its words
 */
record RefusalReader(UnaryOperator<String> attempt) {
    private static final Pattern BETWEEN = Pattern.compile("must be between (-?\\d+) and (-?\\d+) inclusive");
    private static final Pattern AT_LEAST = Pattern.compile("must be greater or equal to (-?\\d+)");
    private static final Pattern ONE_OF = Pattern.compile("must be one of the following: ([-a-z0-9, ]+)");
    private static final Pattern LETTERS = Pattern.compile("Invalid event class character. Use '([^']+)'");

    String rule(List<String> wrong) {
        String kind = attempt.apply(wrong.get(0));
        if (kind.contains("must be 'yes' or 'no'")) {
            return "yes|no";
        }
        if (kind.contains("memory or percent")) {
            return "memory|percent";
        }
        Matcher letters = LETTERS.matcher(kind);
        if (letters.find()) {
            return "letters " + letters.group(1) + unsaid(letters.group(1));
        }
        Matcher words = ONE_OF.matcher(kind);
        if (words.find()) {
            return words(List.of(words.group(1).split(", ")));
        }
        boolean memory = kind.contains("memory value");
        return memory || kind.contains("into an integer") ? range(wrong, memory) : "text";
    }

    /** The letters that the server takes and its words leave out. */
    private String unsaid(String said) {
        return IntStream.rangeClosed('a', 'z')
                .mapToObj(Character::toString)
                .filter(letter -> !said.contains(letter)
                        && !LETTERS.matcher(attempt.apply(letter)).find())
                .collect(Collectors.joining());
    }

    private String words(List<String> words) {
        boolean several = words.stream()
                .anyMatch(one -> words.stream()
                        .anyMatch(other -> !one.equals(other)
                                && !attempt.apply(one + " " + other).contains("must be one of")));
        return (several ? "several " : "") + String.join("|", words);
    }

    /** A server that refuses none of them has no bounds but those of the number itself. */
    private String range(List<String> wrong, boolean memory) {
        List<String> refusals = wrong.stream().map(attempt).toList();
        String bounds = first(refusals, BETWEEN)
                .map(found -> found.group(1) + ".." + found.group(2))
                .or(() -> first(refusals, AT_LEAST).map(found -> found.group(1) + ".." + Long.MAX_VALUE))
                .orElse((memory ? "0" : Long.MIN_VALUE) + ".." + Long.MAX_VALUE);
        return memory ? "memory " + bounds : bounds;
    }

    private static Optional<Matcher> first(List<String> refusals, Pattern words) {
        return refusals.stream().map(words::matcher).filter(Matcher::find).findFirst();
    }
}
