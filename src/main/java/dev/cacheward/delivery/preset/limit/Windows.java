package dev.cacheward.delivery.preset.limit;

import dev.cacheward.delivery.value.RateLimit.Rate;
import java.util.Optional;

/** What limiters say against a window or a number. */
final class Windows {
    /** The longest time that a JavaScript timer counts, in milliseconds: 596.5 hours. */
    private static final long LONGEST_TIMER = Integer.MAX_VALUE;

    /** 200 years. The JVM's and Go's clocks end in 2262, and some limiters add the window to the present. */
    private static final long LONGEST = 73_000L * 86_400;

    private Windows() {}

    /** A timer with a longer time fires at once, so that an in-memory store would forget each request. */
    static Optional<String> timer(Rate rate) {
        return rate.seconds() * 1_000 > LONGEST_TIMER
                ? Optional.of("its timers hold no window above 596 hours, and would limit nothing")
                : Optional.empty();
    }

    static Optional<String> clock(Rate rate) {
        return rate.seconds() > LONGEST
                ? Optional.of("its clock holds no window above 73000 days (200 years)")
                : Optional.empty();
    }

    static Optional<String> wholeUnit(Rate rate) {
        return rate.wholeUnit().isEmpty()
                ? Optional.of("its windows are one second, minute, hour or day")
                : Optional.empty();
    }
}
