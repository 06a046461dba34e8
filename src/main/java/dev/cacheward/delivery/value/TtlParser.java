package dev.cacheward.delivery.value;

import dev.cacheward.validation.Durations;
import dev.cacheward.validation.Parsed;
import dev.cacheward.validation.Quote;
import java.util.Optional;

/** Reads a TTL; {@link TtlHints} knows what people write instead. */
final class TtlParser {
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
        return Durations.parse(text)
                .filter(duration -> duration.compareTo(Ttl.SHORTEST) >= 0 && duration.compareTo(Ttl.LONGEST) <= 0)
                .map(Ttl.For::new);
    }
}
