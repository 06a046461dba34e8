package dev.cacheward.validation;

import java.time.Duration;
import java.util.Optional;

/**
 * What the administrator allows in every profile and policy. An empty bound allows anything.
 *
 * @param shortestTtl below which no TTL may be
 * @param longestTtl above which no TTL may be; then {@code Never} is not allowed either
 * @param mostPerMinute how many requests a limit may allow in a minute, on average
 */
public record Bounds(Optional<Duration> shortestTtl, Optional<Duration> longestTtl, Optional<Long> mostPerMinute) {
    /** Whether a TTL can obey both bounds. */
    public boolean isOrdered() {
        return shortestTtl
                .filter(shortest -> longestTtl
                        .filter(longest -> longest.compareTo(shortest) < 0)
                        .isPresent())
                .isEmpty();
    }

    /** Returns bounds that allow anything. */
    public static Bounds none() {
        return new Bounds(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
