package dev.cacheward.events;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts how often each cause was reported. A count is forgotten after one hour without a repetition: that is how long an API
 * server usually keeps an Event.
 */
final class EventCounts {
    private static final Duration LIFE = Duration.ofHours(1);

    private record Told(int times, Instant last) {}

    private final Map<String, Told> byName = new HashMap<>();

    /** Counts one more, and returns the new count. */
    synchronized int next(String name, Instant now) {
        byName.values().removeIf(told -> told.last().isBefore(now.minus(LIFE)));
        int times = byName.getOrDefault(name, new Told(0, now)).times() + 1;
        byName.put(name, new Told(times, now));
        return times;
    }
}
