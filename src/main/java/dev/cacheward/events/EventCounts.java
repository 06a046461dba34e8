package dev.cacheward.events;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How often each cause was told within the last hour, which is how long an API server keeps an Event, as a rule. */
final class EventCounts {
    private static final Duration LIFE = Duration.ofHours(1);

    private record Told(int times, Instant last) {}

    private final Map<String, Told> byName = new HashMap<>();

    /** Counts one more, and says how many there are. */
    synchronized int next(String name, Instant now) {
        byName.values().removeIf(told -> told.last().isBefore(now.minus(LIFE)));
        int times = byName.getOrDefault(name, new Told(0, now)).times() + 1;
        byName.put(name, new Told(times, now));
        return times;
    }
}
