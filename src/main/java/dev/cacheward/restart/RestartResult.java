package dev.cacheward.restart;

import dev.cacheward.status.Warnings;
import java.time.Duration;
import java.util.Optional;

/**
 * What a look at the workloads to restart came to.
 *
 * @param warnings one for each that cannot be restarted
 * @param again when the next look has to be at the latest; empty when any time will do
 */
public record RestartResult(Warnings warnings, Optional<Duration> again) {
    /** When to look next, if it would be at another time otherwise. */
    public Duration next(Duration otherwise) {
        return again.filter(soon -> soon.compareTo(otherwise) < 0).orElse(otherwise);
    }
}
