package dev.cacheward.restart;

import dev.cacheward.status.Warnings;
import java.time.Duration;
import java.util.Optional;

/**
 * What became of the workloads to restart.
 *
 * @param warnings one for each that cannot be restarted
 * @param again when the next reconciliation has to be at the latest; empty when any time will do
 */
public record RestartResult(Warnings warnings, Optional<Duration> again) {}
