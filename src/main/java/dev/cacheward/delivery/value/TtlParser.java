package dev.cacheward.delivery.value;

import dev.cacheward.validation.Parsed;
import dev.cacheward.validation.Quote;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a TTL; {@link TtlHints} knows what people write instead. */
final class TtlParser {
    /** Nine digits of days are still a long in seconds; 365 days need eight digits when written in seconds. */
    private static final Pattern DURATION =
            Pattern.compile("(?:([0-9]{1,9})d)?(?:([0-9]{1,9})h)?(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s)?");

    private static final String ALLOWED =
            "Allowed is a duration of d, h, m and s, each at most once and in that order, from"
                    + " 1s to 365d (such as 60s, 5m, 1h30m or 1d), or Never (no expiry), or Disabled (do not cache)";

    private TtlParser() {}

    static Parsed<Ttl> parse(String text) {
        return valid(text)
                .<Parsed<Ttl>>map(Parsed.Valid::new)
                .orElseGet(() -> new Parsed.Invalid<>(
                        Quote.of(text) + " is not a TTL" + TtlHints.of(text) + ". " + ALLOWED + "."));
    }

    private static Optional<Ttl> valid(String text) {
        if (text.equals("Never")) {
            return Optional.of(new Ttl.Never());
        }
        if (text.equals("Disabled")) {
            return Optional.of(new Ttl.Disabled());
        }
        return duration(text)
                .filter(duration -> duration.compareTo(Ttl.SHORTEST) >= 0 && duration.compareTo(Ttl.LONGEST) <= 0)
                .map(Ttl.For::new);
    }

    /** Returns the duration of a text of the right form, whether it is within the bounds or not; else empty. */
    static Optional<Duration> duration(String text) {
        Matcher parts = DURATION.matcher(text);
        if (text.isEmpty() || !parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofDays(number(parts.group(1)))
                .plusHours(number(parts.group(2)))
                .plusMinutes(number(parts.group(3)))
                .plusSeconds(number(parts.group(4))));
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
