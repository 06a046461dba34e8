package dev.cacheward.cli.diagnose.report;

import java.util.List;
import java.util.Optional;

/**
 * What takes a server's time.
 *
 * @param slowest by the average of all calls since the server started
 * @param slowLog the longest single calls; empty if they were not asked for
 * @param slowLogNote why they were not asked for; empty if they were
 */
public record Commands(List<Average> slowest, List<Single> slowLog, String slowLogNote) {
    /** Keeps copies. */
    public Commands {
        slowest = List.copyOf(slowest);
        slowLog = List.copyOf(slowLog);
    }

    /** @param p99Micros empty if the server does not say it */
    public record Average(String command, long calls, double averageMicros, Optional<Double> p99Micros) {}

    /** @param keyPrefix the beginning of the first key; empty if the command has none. No other argument is ever shown */
    public record Single(String command, String keyPrefix, long micros, String time) {}
}
