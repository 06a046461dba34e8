package dev.cacheward.cacheprofile.model;

import dev.cacheward.redis.ServerVersion;
import dev.cacheward.status.Cause;
import java.util.Optional;

/**
 * Says whether an application could use the Redis.
 *
 * @param blockingCause why it could not; empty if the check passed
 * @param version empty if the server was not asked or did not answer
 */
public record Availability(Optional<Cause> blockingCause, Optional<ServerVersion> version) {
    public static Availability not(Cause cause) {
        return new Availability(Optional.of(cause), Optional.empty());
    }
}
