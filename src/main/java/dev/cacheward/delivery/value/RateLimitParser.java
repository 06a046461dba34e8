package dev.cacheward.delivery.value;

import dev.cacheward.delivery.value.RateLimit.Rate;
import dev.cacheward.delivery.value.RateLimit.Unit;
import dev.cacheward.validation.Parsed;
import dev.cacheward.validation.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a limit. The grammar is a part of what the Python library {@code limits} reads; {@link RateHints} knows the rest. */
final class RateLimitParser {
    private static final String NUMBER = "([0-9]{1,9})";
    private static final Pattern RATE =
            Pattern.compile(NUMBER + "(?:/| +per +(?:" + NUMBER + " +)?)(second|minute|hour|day)s?");

    private static final String ALLOWED =
            "Allowed are one to four rates joined by ';', shortest window first; a rate is N/unit,"
                    + " 'N per unit' or 'N per M unit' with unit second, minute, hour or day, and N and M whole numbers from 1 to"
                    + " 999999999 (such as 20/minute; 300/hour)";

    private RateLimitParser() {}

    static Parsed<RateLimit> parse(String text) {
        List<Rate> rates = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            Optional<Rate> rate = rate(part.strip());
            if (rate.isEmpty()) {
                return invalid(text, RateHints.of(text, part.strip()));
            }
            rates.add(rate.get());
        }
        return RateLimit.problem(rates)
                .map(problem -> invalid(text, ": " + problem))
                .orElseGet(() -> new Parsed.Valid<>(new RateLimit(rates)));
    }

    /** Returns what somebody may have meant who wrote a text whose first wrong part is no rate; empty without a guess. */
    static Optional<String> hint(String text) {
        return Stream.of(text.split(";", -1))
                .map(String::strip)
                .filter(part -> rate(part).isEmpty())
                .findFirst()
                .map(part -> RateHints.of(text, part).replaceFirst("^:? ", ""));
    }

    private static Parsed<RateLimit> invalid(String text, String hint) {
        return new Parsed.Invalid<>(Quote.of(text) + " is not a rate limit" + hint + ". " + ALLOWED + ".");
    }

    private static Optional<Rate> rate(String text) {
        Matcher rate = RATE.matcher(text);
        if (!rate.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(rate.group(1));
        long multiple = rate.group(2) == null ? 1 : Long.parseLong(rate.group(2));
        if (amount == 0 || multiple == 0) {
            return Optional.empty();
        }
        return Optional.of(new Rate(amount, multiple, Unit.valueOf(rate.group(3).toUpperCase(Locale.ROOT))));
    }
}
