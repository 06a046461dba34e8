package dev.cacheward.delivery.value;

import dev.cacheward.delivery.value.RateLimit.Rate;
import dev.cacheward.delivery.value.RateLimit.Unit;
import dev.cacheward.validation.Quote;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Guesses what a person meant who wrote something that is no rate. */
final class RateHints {
    private static final Pattern NEAR =
            Pattern.compile("([0-9]{1,9})(?:\\.([0-9]{1,4}))?\\s*(?:/|per|an?|each)\\s*([0-9]{0,9})\\s*([a-z]+)");

    /** Maps the words of other libraries to a window in the units of this grammar. */
    private static final Map<String, Rate> WINDOWS = Map.ofEntries(
            Map.entry("s", new Rate(1, 1, Unit.SECOND)),
            Map.entry("sec", new Rate(1, 1, Unit.SECOND)),
            Map.entry("second", new Rate(1, 1, Unit.SECOND)),
            Map.entry("m", new Rate(1, 1, Unit.MINUTE)),
            Map.entry("min", new Rate(1, 1, Unit.MINUTE)),
            Map.entry("minute", new Rate(1, 1, Unit.MINUTE)),
            Map.entry("h", new Rate(1, 1, Unit.HOUR)),
            Map.entry("hr", new Rate(1, 1, Unit.HOUR)),
            Map.entry("hour", new Rate(1, 1, Unit.HOUR)),
            Map.entry("d", new Rate(1, 1, Unit.DAY)),
            Map.entry("day", new Rate(1, 1, Unit.DAY)),
            Map.entry("w", new Rate(1, 7, Unit.DAY)),
            Map.entry("week", new Rate(1, 7, Unit.DAY)),
            Map.entry("month", new Rate(1, 30, Unit.DAY)),
            Map.entry("y", new Rate(1, 365, Unit.DAY)),
            Map.entry("year", new Rate(1, 365, Unit.DAY)));

    private RateHints() {}

    /**
     * Returns {@code ": ..."} to follow "is not a rate limit", or an empty text.
     *
     * @param whole all rates
     * @param part the one that is invalid
     */
    static String of(String whole, String part) {
        String lower = part.toLowerCase(Locale.ROOT);
        if (part.isEmpty()) {
            return whole.isBlank()
                    ? ": it is empty; to lift a limit, leave its entry out"
                    : ": a rate beside a ';' is empty";
        }
        if (lower.startsWith("-")) {
            return at(whole, part) + "it is negative; to lift a limit, leave its entry out";
        }
        if (lower.matches("unlimited|none|never|off|disabled?|infinite|false")) {
            return at(whole, part) + "to lift a limit, leave its entry out";
        }
        if (lower.matches(".*[a-z]\\s*[,|]\\s*[0-9].*")) {
            return ": rates are joined by ';'";
        }
        return at(whole, part) + window(lower).or(() -> written(lower)).orElse("it is not of the form N/unit");
    }

    private static String at(String whole, String part) {
        return whole.strip().equals(part) ? ": " : " because of " + Quote.of(part) + ": ";
    }

    private static Optional<String> window(String text) {
        if (text.matches("0+([^0-9.].*)?|.*[^0-9.]0+\\s*[a-z]+")) {
            return Optional.of("0 is no rate, some libraries let nothing through and others everything;"
                    + " to lift a limit, leave its entry out");
        }
        if (text.matches("[0-9]+")) {
            return Optional.of("it names no window; write " + text + "/second, " + text + "/minute, " + text
                    + "/hour or " + text + "/day");
        }
        return text.matches(".*[0-9]{10}.*") ? Optional.of("a number has at most 9 digits") : Optional.empty();
    }

    private static Optional<String> written(String text) {
        return near(text).map(rate -> noUnit(text) + "write " + rate.normalised());
    }

    private static String noUnit(String text) {
        return Stream.of("week", "month", "year")
                .filter(unit -> text.matches(".*[^a-z]" + unit.charAt(0) + "|.*" + unit + "s?"))
                .filter(unit -> !text.matches(".*[^a-z]m"))
                .findFirst()
                .map(unit -> "there is no unit of " + unit + "s, whose window differs between libraries; ")
                .orElse("");
    }

    /** Returns what is meant by one rate in the notation of another library, in lower case. */
    static Optional<Rate> near(String text) {
        Matcher near = NEAR.matcher(text.replaceAll("(?<=[0-9])[,_](?=[0-9]{3})", ""));
        if (!near.matches() || window(text).isPresent()) {
            return Optional.empty();
        }
        return Optional.ofNullable(WINDOWS.get(near.group(4)))
                .or(() -> Optional.ofNullable(WINDOWS.get(near.group(4).replaceFirst("s$", ""))))
                .flatMap(window -> rate(near, window));
    }

    /** The rate in whole numbers: {@code 1.5/minute} is {@code 3 per 2 minutes}. */
    private static Optional<Rate> rate(Matcher near, Rate window) {
        String fraction = near.group(2) == null ? "" : near.group(2);
        BigInteger amount = new BigInteger(near.group(1) + fraction);
        BigInteger units = BigInteger.TEN
                .pow(fraction.length())
                .multiply(near.group(3).isEmpty() ? BigInteger.ONE : new BigInteger(near.group(3)));
        BigInteger common = fraction.isEmpty() ? BigInteger.ONE : amount.gcd(units);
        BigInteger most = BigInteger.valueOf(Rate.MOST);
        BigInteger calls = amount.divide(common);
        BigInteger multiple = units.divide(common).multiply(BigInteger.valueOf(window.multiple()));
        return calls.signum() == 0 || calls.compareTo(most) > 0 || multiple.compareTo(most) > 0
                ? Optional.empty()
                : Optional.of(new Rate(calls.longValue(), multiple.longValue(), window.unit()));
    }
}
