package dev.cacheward.redis.conf.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the servers take as values that are more than a number or a word. */
enum TextGrammar {
    TEXT("text", "anything", value -> true, TextGrammar::same),
    BUFFER_LIMITS(
            "buffer-limits",
            "one or more times the four words: normal, replica or pubsub; a hard and a soft limit such as 32mb and 8mb; seconds",
            TextGrammar::bufferLimits,
            BufferLimits::canonical),
    OOM_SCORES("oom-scores", "three whole numbers from -2000 to 2000", TextGrammar::oomScores, TextGrammar::same),
    PERCENTILES(
            "percentiles",
            "numbers from 0 to 100, separated by spaces",
            TextGrammar::percentiles,
            (value, standard) -> sixDecimals(value)),
    TITLE_TEMPLATE(
            "title-template",
            "a text with more than {title} in it; in braces only {title}, {listen-addr}, {server-mode}, {port}, {tls-port},"
                    + " {unixsocket} or {config-file}",
            TextGrammar::title,
            TextGrammar::same),
    LOCALE(
            "locale",
            "empty, or the name of a locale that the image has, such as C or en_US.UTF-8",
            TextGrammar::locale,
            TextGrammar::same);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private static final Pattern SCORE = Pattern.compile("0|-?[1-9]\\d{0,3}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,3}(\\.\\d{1,15})?");
    private static final Pattern LOCALE_NAME = Pattern.compile("[A-Za-z0-9_.@-]*");
    /** These may be empty when the server checks its title. */
    private static final Pattern EMPTY = Pattern.compile("\\{(title|unixsocket|config-file|server-mode)}");

    private static final Pattern NEVER_EMPTY = Pattern.compile("\\{(listen-addr|port|tls-port)}");

    private final String rule;
    private final String allowed;
    private final Predicate<String> matches;
    private final BinaryOperator<String> canonical;

    TextGrammar(String rule, String allowed, Predicate<String> matches, BinaryOperator<String> canonical) {
        this.rule = rule;
        this.allowed = allowed;
        this.matches = matches;
        this.canonical = canonical;
    }

    static Optional<TextGrammar> of(String rule) {
        return Stream.of(values()).filter(grammar -> grammar.rule.equals(rule)).findFirst();
    }

    /** Says what is allowed; empty if the value is. */
    Optional<String> violation(String value) {
        return matches.test(value) ? Optional.empty() : Optional.of(allowed);
    }

    /** Returns what a server prints for an allowed value; {@code standard} is what it prints if none was given. */
    String canonical(String value, String standard) {
        return canonical.apply(value, standard);
    }

    private static String same(String value, String standard) {
        return value;
    }

    /** Servers print percentiles as C does with {@code %f}, and cut the zeros at the end. */
    private static String sixDecimals(String value) {
        return value.isEmpty()
                ? value
                : words(value).stream()
                        .map(word -> new BigDecimal(Double.parseDouble(word))
                                .setScale(6, RoundingMode.HALF_EVEN)
                                .stripTrailingZeros()
                                .toPlainString())
                        .collect(Collectors.joining(" "));
    }

    private static List<String> words(String value) {
        return Arrays.asList(value.split(" ", -1));
    }

    private static boolean bufferLimits(String value) {
        List<String> words = words(value);
        return words.size() % 4 == 0
                && IntStream.iterate(0, i -> i < words.size(), i -> i + 4)
                        .mapToObj(i -> words.subList(i, i + 4))
                        .allMatch(TextGrammar::bufferLimit);
    }

    private static boolean bufferLimit(List<String> words) {
        return List.of("normal", "slave", "replica", "pubsub")
                        .contains(words.get(0).toLowerCase(Locale.ROOT))
                && Memory.bytes(words.get(1)).isPresent()
                && Memory.bytes(words.get(2)).isPresent()
                && SECONDS.matcher(words.get(3)).matches();
    }

    private static boolean oomScores(String value) {
        List<String> words = words(value);
        return words.size() == 3
                && words.stream()
                        .allMatch(word -> SCORE.matcher(word).matches() && Math.abs(Integer.parseInt(word)) <= 2000);
    }

    private static boolean percentiles(String value) {
        return value.isEmpty()
                || words(value).stream()
                        .allMatch(word -> DECIMAL.matcher(word).matches() && Double.parseDouble(word) <= 100);
    }

    private static boolean title(String value) {
        String rest = NEVER_EMPTY.matcher(EMPTY.matcher(value).replaceAll("")).replaceAll("x");
        return !rest.isBlank() && rest.indexOf('{') < 0;
    }

    private static boolean locale(String value) {
        return LOCALE_NAME.matcher(value).matches();
    }
}
