package dev.cacheward.cacheprofile.model.rotation;

import dev.cacheward.validation.Durations;
import dev.cacheward.validation.Parsed;
import dev.cacheward.validation.Quote;
import java.time.Duration;
import java.util.Optional;

/** Reads how long a former password is taken after the new one is published: whole seconds, from none to a week. */
public final class GracePeriod {
    /** What counts if the spec says nothing. */
    public static final Duration DEFAULT = Duration.ofMinutes(10);

    private static final Duration LONGEST = Duration.ofDays(7);

    private GracePeriod() {}

    /** @param text empty means the default */
    public static Parsed<Duration> parse(Optional<String> text) {
        return text.map(GracePeriod::parse).orElseGet(() -> new Parsed.Valid<>(DEFAULT));
    }

    private static Parsed<Duration> parse(String text) {
        return Durations.parse(text)
                .filter(duration -> duration.compareTo(LONGEST) <= 0)
                .<Parsed<Duration>>map(Parsed.Valid::new)
                .orElseGet(() -> new Parsed.Invalid<>(Quote.of(text)
                        + " is not a grace period. Allowed is a duration of d, h, m and s, each at most once"
                        + " and in that order, from 0s (a former password ends at once) to 7d, such as 10m or 1h30m."));
    }
}
