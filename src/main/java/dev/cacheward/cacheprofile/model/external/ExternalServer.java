package dev.cacheward.cacheprofile.model.external;

import dev.cacheward.api.v1alpha1.EvictionPolicy;
import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.Connection;
import java.util.Optional;

/**
 * A Redis of somebody else, as a valid spec and the objects that it refers to name it.
 *
 * @param connection as applications are given it
 * @param cluster whether applications follow redirections
 * @param evictionPolicy what its owner says of it
 */
public record ExternalServer(
        Connection connection, boolean cluster, Optional<EvictionPolicy> evictionPolicy, CheckRule check) {
    /** Whether applications log in with tokens that only they have. */
    public boolean usesTokens() {
        return connection.authentication() instanceof Authentication.Tokens;
    }

    /** Returns the same server with another connection. */
    public ExternalServer with(Connection other) {
        return new ExternalServer(other, cluster, evictionPolicy, check);
    }
}
