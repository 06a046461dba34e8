package dev.cacheward.redis.conf;

import dev.cacheward.api.v1alpha1.EvictionPolicy;
import dev.cacheward.redis.ServerVersion;
import dev.cacheward.validation.Problem;
import dev.cacheward.validation.Quote;
import java.util.Optional;

/** Says which servers know an eviction policy. */
public final class EvictionPolicies {
    /** The first version with the policies by the least recent modification. */
    private static final ServerVersions WITH_MODIFICATION = new ServerVersions("8.6", "");

    private EvictionPolicies() {}

    /** @param server empty if it is not known; then every policy is right */
    public static Optional<Problem> check(String field, EvictionPolicy policy, Optional<ServerVersion> server) {
        boolean byModification = policy == EvictionPolicy.ALLKEYS_LRM || policy == EvictionPolicy.VOLATILE_LRM;
        return server.filter(ParameterCatalogue::knows)
                .filter(known -> byModification && !WITH_MODIFICATION.include(known))
                .map(known -> new Problem(
                        field,
                        Quote.of(policy.redisName()) + " is not known to " + known + ", but to "
                                + WITH_MODIFICATION.words()));
    }
}
