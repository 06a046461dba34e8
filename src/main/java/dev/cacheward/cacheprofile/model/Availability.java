package dev.cacheward.cacheprofile.model;

import dev.cacheward.redis.ServerVersion;
import dev.cacheward.status.Cause;
import java.util.Optional;

/**
 * Whether an application could use the Redis.
 *
 * @param blockingCause why it could not; empty: the check passed
 * @param version empty when the server was not asked or did not say
 */
public record Availability(Optional<Cause> blockingCause, Optional<ServerVersion> version) {
    public static Availability not(Cause cause) {
        return new Availability(Optional.of(cause), Optional.empty());
    }
}
