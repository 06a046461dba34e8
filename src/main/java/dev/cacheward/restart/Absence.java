package dev.cacheward.restart;

import java.time.Duration;
import java.time.Instant;

/**
 * A time in which values that were delivered may have been away. A pod that started in it may have read none, or others.
 *
 * @param since when they were there for the last time, as far as is known
 * @param until when they were put back
 */
record Absence(Instant since, Instant until) {
    /** The clocks of nodes differ from that of the operator, and its caches are a little late. */
    private static final Duration BEFORE = Duration.ofSeconds(10);

    /** Short, so that no pod of the restart itself counts, which is five seconds later. */
    private static final Duration AFTER = Duration.ofSeconds(2);

    /** Returns the absence that covers both. */
    Absence and(Absence later) {
        return new Absence(
                since.isBefore(later.since) ? since : later.since, until.isAfter(later.until) ? until : later.until);
    }

    /** Whether what starts at this time may have missed the values. */
    boolean covers(Instant start) {
        boolean after = since.equals(Instant.MIN) || !start.isBefore(since.minus(BEFORE));
        return after && !start.isAfter(until.plus(AFTER));
    }
}
