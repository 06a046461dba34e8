package dev.cacheward.ratelimitpolicy;

import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.status.Cause;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Finding;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Quote;

/** The condition that says whether the counters of a policy may be evicted. */
public final class EvictionFinding {
    private static final String SECOND =
            " If that matters, name a second CacheProfile with evictionPolicy noeviction in spec.profileRef, and let the"
                    + " application take this Secret after that of its cache.";

    private EvictionFinding() {}

    /**
     * Eviction is only a warning: most limits may rather be exceeded than let the cache fail. The message names the Redis: an
     * application that takes its limiter's URL from elsewhere counts elsewhere.
     */
    public static Finding of(RateLimitPolicy policy, ProfileView profile) {
        String where = "Counters that go to RATE_LIMIT_STORAGE_URI of Secret "
                + Quote.whole(LimiterConnection.name(Owner.of(policy))) + " are in the Redis of CacheProfile "
                + Quote.whole(profile.name());
        return switch (profile.eviction()) {
            case NEVER ->
                Finding.holds(ConditionType.EVICTION_SAFE, Reason.NEVER_EVICTS, where + ", which never evicts them.");
            case POSSIBLE ->
                evicting(where + ", which may evict them under memory pressure. That lifts limits for a while."
                        + SECOND);
            case UNKNOWN ->
                evicting(where + ". What that does when its memory is full, neither the server nor its owner says: set"
                        + " evictionPolicy in the profile's redis.external if you know. Evicted counters lift limits for a while."
                        + SECOND);
        };
    }

    private static Finding evicting(String message) {
        return new Cause(Reason.COUNTERS_MAY_BE_EVICTED, message).finding(ConditionType.EVICTION_SAFE);
    }
}
