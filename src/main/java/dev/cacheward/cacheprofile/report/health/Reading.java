package dev.cacheward.cacheprofile.report.health;

import dev.cacheward.redis.client.ServerStats;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is kept of a sample. The counters are those since the start of the server.
 *
 * @param own how many of the hits were those of the operator's checks, while it has looked
 */
record Reading(Instant at, long hits, long own, long misses, long evicted, long expired, Set<Sign> signs) {
    static Reading of(Sample sample, long own) {
        ServerStats stats = sample.info().stats();
        return new Reading(
                sample.at(), stats.hits(), own, stats.misses(), stats.evictions(), stats.expired(), Sign.of(sample));
    }

    /** Whether a counter is smaller than before, so that the server has begun anew, or somebody has reset its counters. */
    boolean isBefore(Reading earlier) {
        return hits < earlier.hits || misses < earlier.misses || evicted < earlier.evicted || expired < earlier.expired;
    }

    Set<Sign> and(Set<Sign> others) {
        Set<Sign> both = EnumSet.noneOf(Sign.class);
        both.addAll(signs);
        both.retainAll(others);
        return both;
    }
}
