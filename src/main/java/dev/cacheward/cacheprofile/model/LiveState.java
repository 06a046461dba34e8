package dev.cacheward.cacheprofile.model;

import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.conf.live.UserChange;
import java.util.List;
import java.util.Optional;

/**
 * What somebody may have changed on a running server, beside its parameters.
 *
 * @param primary the server that it follows; empty if it takes writes itself
 * @param users those that are not as the ACL file says; empty if nothing is known of them
 */
public record LiveState(Optional<RedisAddress> primary, Optional<List<UserChange>> users) {
    /** Returns the state of a server that takes writes, and of whose users nothing is known. */
    public static LiveState unknown() {
        return new LiveState(Optional.empty(), Optional.empty());
    }
}
