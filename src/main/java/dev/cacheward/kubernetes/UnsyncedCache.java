package dev.cacheward.kubernetes;

import dev.cacheward.status.Cause;
import java.time.Duration;
import java.util.Optional;

/**
 * Objects that no informer has listed yet, so that nobody knows which are there.
 *
 * @param cause the refusal, where that is why
 * @param again when to look whether it has closed
 */
public record UnsyncedCache(Optional<Cause> cause, Duration again) {}
