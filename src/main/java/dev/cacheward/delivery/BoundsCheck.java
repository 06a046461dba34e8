package dev.cacheward.delivery;

import dev.cacheward.delivery.value.RateLimit;
import dev.cacheward.delivery.value.RateLimit.Rate;
import dev.cacheward.delivery.value.Ttl;
import dev.cacheward.validation.Bounds;
import dev.cacheward.validation.Durations;
import dev.cacheward.validation.Quote;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/** Refuses what the administrator does not allow, with both values and where the bound is set. */
public record BoundsCheck(Bounds bounds) {
    private static final String WHO = " that the administrator of this operator allows (";

    /**
     * Returns why a TTL is refused. What is not cached obeys every bound.
     *
     * @param text as the author writes it
     */
    public Optional<String> check(String text, Ttl ttl) {
        if (ttl instanceof Ttl.Disabled) {
            return Optional.empty();
        }
        Optional<Duration> time = ttl instanceof Ttl.For limited ? Optional.of(limited.duration()) : Optional.empty();
        return tooLong(text, time).or(() -> tooShort(text, time));
    }

    private Optional<String> tooLong(String text, Optional<Duration> time) {
        return bounds.longestTtl()
                .filter(longest -> time.isEmpty() || time.get().compareTo(longest) > 0)
                .map(longest -> Quote.of(text) + " is longer than " + Durations.text(longest) + ", the longest TTL"
                        + WHO + "bounds.ttl.max of its chart)");
    }

    private Optional<String> tooShort(String text, Optional<Duration> time) {
        return bounds.shortestTtl()
                .filter(shortest -> time.isPresent() && time.get().compareTo(shortest) < 0)
                .map(shortest -> Quote.of(text) + " is shorter than " + Durations.text(shortest) + ", the shortest TTL"
                        + WHO + "bounds.ttl.min of its chart)");
    }

    /** Returns why a limit is refused. Of several rates the strictest counts. */
    public Optional<String> check(RateLimit limit) {
        Rate strictest = limit.rates().stream()
                .min(Comparator.comparingDouble(BoundsCheck::perMinute))
                .orElseThrow();
        return bounds.mostPerMinute()
                .filter(most -> perMinute(strictest) > most)
                .map(most -> Quote.of(limit.normalised()) + " allows " + Math.round(Math.ceil(perMinute(strictest)))
                        + " requests a minute, and " + most + " is the most" + WHO
                        + "bounds.rates.maxPerMinute of its chart)");
    }

    private static double perMinute(Rate rate) {
        return rate.amount() * 60.0 / rate.seconds();
    }
}
