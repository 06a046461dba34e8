package dev.cacheward.delivery.preset.limit;

import dev.cacheward.delivery.value.RateLimit.Rate;
import java.util.Optional;

/** What limiters say against a window or a number. */
final class Windows {
    /** The longest time that a JavaScript timer counts, in milliseconds: 24 days and 20 hours. */
    private static final long LONGEST_TIMER = Integer.MAX_VALUE;

    private Windows() {}

    /** A timer with a longer time fires at once, so that an in-memory store would forget each request. */
    static Optional<String> timer(Rate rate) {
        return rate.seconds() * 1_000 > LONGEST_TIMER
                ? Optional.of("its timers hold no window of 25 days or more, and would limit nothing")
                : Optional.empty();
    }

    /** The JVM's and Go's clocks count nanoseconds in 63 bits. */
    static Optional<String> nanoseconds(Rate rate) {
        return rate.seconds() > Long.MAX_VALUE / 1_000_000_000
                ? Optional.of("its durations hold no window of 293 years or more")
                : Optional.empty();
    }

    static Optional<String> wholeUnit(Rate rate) {
        return rate.wholeUnit().isEmpty()
                ? Optional.of("its windows are one second, minute, hour or day")
                : Optional.empty();
    }
}
