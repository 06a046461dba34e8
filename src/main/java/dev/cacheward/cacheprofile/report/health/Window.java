package dev.cacheward.cacheprofile.report.health;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What has happened in the last half an hour, or since the last sample before that.
 *
 * @param hits without those of the operator's own checks
 * @param evictedOften whether keys were evicted between most samples, and not only in one burst
 * @param signs what every sample showed
 */
record Window(
        Duration length, long hits, long misses, long evicted, long expired, boolean evictedOften, Set<Sign> signs) {
    /** @param readings two at least, the oldest first */
    static Window of(List<Reading> readings) {
        Reading first = readings.get(0);
        Reading last = readings.get(readings.size() - 1);
        return new Window(
                Duration.between(first.at(), last.at()),
                Math.max(0, last.hits() - first.hits() - (last.own() - first.own())),
                last.misses() - first.misses(),
                last.evicted() - first.evicted(),
                last.expired() - first.expired(),
                evictedOften(readings),
                signs(readings));
    }

    long reads() {
        return hits + misses;
    }

    private static boolean evictedOften(List<Reading> readings) {
        long steps = readings.size() - 1L;
        long evicting = IntStream.rangeClosed(1, readings.size() - 1)
                .filter(index ->
                        readings.get(index).evicted() > readings.get(index - 1).evicted())
                .count();
        return evicting * 2 > steps;
    }

    private static Set<Sign> signs(List<Reading> readings) {
        Set<Sign> all = EnumSet.allOf(Sign.class);
        for (Reading reading : readings) {
            all = reading.and(all);
        }
        return all;
    }
}
