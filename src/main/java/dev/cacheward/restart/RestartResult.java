package dev.cacheward.restart;

import dev.cacheward.status.Warnings;
import java.time.Duration;
import java.util.Optional;

/**
 * The result of one pass over the workloads to restart.
 *
 * @param warnings one for each workload that cannot be restarted
 * @param again when the next pass must be at the latest; empty if there is no limit
 */
public record RestartResult(Warnings warnings, Optional<Duration> again) {}
