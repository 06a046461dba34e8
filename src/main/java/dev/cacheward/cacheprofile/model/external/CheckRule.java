package dev.cacheward.cacheprofile.model.external;

import java.time.Duration;

/**
 * How a Redis of somebody else is checked.
 *
 * @param keyPrefix of the names of the check's keys
 * @param every the time between two PINGs, not longer than {@code fullEvery}
 * @param fullEvery the time between two checks of all commands
 * @param needsScripts whether the profile is ready only if the server runs scripts
 */
public record CheckRule(String keyPrefix, Duration every, Duration fullEvery, boolean needsScripts) {}
