package dev.cacheward.delivery.value;

import dev.cacheward.validation.Durations;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guesses what a person meant who wrote something that is no TTL. */
final class TtlHints {
    private static final Pattern ONE_UNIT = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,4})?)\\s*([a-z]+)");

    private static final Pattern ISO_8601 = Pattern.compile("p(?:[0-9]+d)?(?:t[0-9hms]+)?");

    /** Maps the units that people write to their length; the units of the grammar are among them. */
    private static final Map<String, Duration> UNITS = Map.ofEntries(
            Map.entry("ms", Duration.ofMillis(1)),
            Map.entry("s", Duration.ofSeconds(1)),
            Map.entry("sec", Duration.ofSeconds(1)),
            Map.entry("secs", Duration.ofSeconds(1)),
            Map.entry("second", Duration.ofSeconds(1)),
            Map.entry("seconds", Duration.ofSeconds(1)),
            Map.entry("m", Duration.ofMinutes(1)),
            Map.entry("min", Duration.ofMinutes(1)),
            Map.entry("mins", Duration.ofMinutes(1)),
            Map.entry("minute", Duration.ofMinutes(1)),
            Map.entry("minutes", Duration.ofMinutes(1)),
            Map.entry("h", Duration.ofHours(1)),
            Map.entry("hr", Duration.ofHours(1)),
            Map.entry("hour", Duration.ofHours(1)),
            Map.entry("hours", Duration.ofHours(1)),
            Map.entry("d", Duration.ofDays(1)),
            Map.entry("day", Duration.ofDays(1)),
            Map.entry("days", Duration.ofDays(1)),
            Map.entry("w", Duration.ofDays(7)),
            Map.entry("week", Duration.ofDays(7)),
            Map.entry("weeks", Duration.ofDays(7)),
            Map.entry("y", Duration.ofDays(365)),
            Map.entry("year", Duration.ofDays(365)));

    /** Maps lower-case words to the two values that are not durations. */
    private static final Map<String, String> WORDS = Map.of(
            "never", "Never",
            "none", "Never",
            "forever", "Never",
            "infinite", "Never",
            "unlimited", "Never",
            "disabled", "Disabled",
            "disable", "Disabled",
            "off", "Disabled",
            "false", "Disabled");

    private TtlHints() {}

    /** Returns {@code ": ..."} to follow "is not a TTL", or an empty text. */
    static String of(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (lower.isEmpty()) {
            return ": it is empty";
        }
        if (WORDS.containsKey(lower)) {
            return ": write " + WORDS.get(lower);
        }
        if (lower.startsWith("-")) {
            return ": it is negative; write Never if entries are not to expire";
        }
        return number(lower)
                .or(() -> outOfBounds(lower))
                .or(() -> written(lower))
                .orElseGet(() -> order(lower));
    }

    private static Optional<String> number(String text) {
        if (text.matches("0+")) {
            return Optional.of(zero());
        }
        if (!text.matches("[0-9]+")) {
            return Optional.empty();
        }
        boolean tooLong = new BigDecimal(text).compareTo(BigDecimal.valueOf(Ttl.LONGEST.toSeconds())) > 0;
        return Optional.of(tooLong ? tooLong() : ": it has no unit; for seconds write " + text + "s");
    }

    private static String zero() {
        return ": 0 means 'do not cache' to some libraries and 'for ever' to others; write Disabled or Never";
    }

    private static Optional<String> outOfBounds(String text) {
        if (text.matches("(?:[0-9]+[dhms])*[0-9]{10,}[dhms](?:[0-9]+[dhms])*")) {
            return Optional.of(tooLong());
        }
        return Durations.parse(text).flatMap(duration -> {
            if (duration.isZero()) {
                return Optional.of(zero());
            }
            return duration.compareTo(Ttl.LONGEST) > 0 ? Optional.of(tooLong()) : Optional.empty();
        });
    }

    private static String tooLong() {
        return ": it is longer than 365d; write Never if entries are not to expire";
    }

    private static Optional<String> written(String text) {
        return near(text)
                .map(duration -> duration.compareTo(Ttl.LONGEST) > 0
                        ? tooLong()
                        : ": write " + Durations.text(duration)
                                + (text.contains("w") ? " (there is no unit of weeks)" : "")
                                + (text.endsWith("ms") ? " (there is no unit of milliseconds)" : ""));
    }

    /** Reads a value in another notation, such as {@code 1w}, {@code 5 m}, {@code 1.5h}, {@code 1H30M} or {@code PT5M}, in lower case. */
    static Optional<Duration> near(String text) {
        return seconds(text)
                .or(() -> Durations.parse(text.replaceAll("\\s", "")))
                .or(() -> ISO_8601.matcher(text).matches()
                        ? Durations.parse(text.replaceAll("[pt]", ""))
                        : Optional.empty())
                .filter(duration -> !duration.isZero());
    }

    /** Returns the value that a word of another tool stands for, in lower case. */
    static Optional<String> word(String text) {
        return Optional.ofNullable(WORDS.get(text));
    }

    private static Optional<Duration> seconds(String text) {
        Matcher one = ONE_UNIT.matcher(text);
        if (!one.matches() || !UNITS.containsKey(one.group(2))) {
            return Optional.empty();
        }
        BigDecimal seconds = new BigDecimal(one.group(1))
                .multiply(BigDecimal.valueOf(UNITS.get(one.group(2)).toMillis(), 3));
        return Optional.of(Duration.ofSeconds(seconds.longValue())).filter(duration -> !duration.isZero());
    }

    private static String order(String text) {
        if (text.matches("[0-9.]+\\s*ms")) {
            return ": the shortest TTL is 1s";
        }
        return text.matches("(?:[0-9]+[dhms])+")
                ? ": its units are not in the order d, h, m, s, each at most once"
                : "";
    }
}
