package dev.cacheward.redis.client.keys;

import java.time.Duration;

/**
 * How fast a walk goes. After each step it rests in proportion to the time that the step took, so that it gives way by itself on a
 * server that has much to do.
 *
 * @param keys that SCAN looks at in one step
 * @param restPerWork how many times the time of a step is rested after it
 * @param shortestRest after a step that took next to no time
 * @param longestRest after a step that took long
 * @param slice after which a walk ends its connection, to be gone on with on a new one
 */
public record Pace(int keys, int restPerWork, Duration shortestRest, Duration longestRest, Duration slice) {
    /** At most a tenth of the time is work. Each command holds the server up for less than a tenth of a millisecond. */
    public static final Pace GENTLE =
            new Pace(50, 9, Duration.ofMillis(1), Duration.ofMillis(250), Duration.ofSeconds(2));

    /** Returns how long to rest after a step. */
    Duration rest(Duration worked) {
        Duration rest = worked.multipliedBy(restPerWork);
        if (rest.compareTo(shortestRest) < 0) {
            return shortestRest;
        }
        return rest.compareTo(longestRest) > 0 ? longestRest : rest;
    }
}
