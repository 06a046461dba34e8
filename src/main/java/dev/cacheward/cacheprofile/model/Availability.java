package dev.cacheward.cacheprofile.model;

import dev.cacheward.redis.ServerVersion;
import dev.cacheward.status.Cause;
import java.util.Optional;

/**
 * Says whether an application could use the Redis.
 *
 * @param blockingCause why it could not; empty if the check passed
 * @param version empty if the server was not asked or did not answer
 * @param postponed whether this is the last known answer, since it was not the server's turn to be asked
 */
public record Availability(Optional<Cause> blockingCause, Optional<ServerVersion> version, boolean postponed) {
    /** Makes one from an answer of this moment. */
    public Availability(Optional<Cause> blockingCause, Optional<ServerVersion> version) {
        this(blockingCause, version, false);
    }

    public static Availability not(Cause cause) {
        return new Availability(Optional.of(cause), Optional.empty());
    }

    /** Returns the same for a server that was not asked. */
    public Availability kept() {
        return new Availability(blockingCause, version, true);
    }
}
