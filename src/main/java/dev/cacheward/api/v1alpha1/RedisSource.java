package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/**
 * A union of the ways to get a Redis, of which one at most is set. It has no CRD defaults, since the author could never switch
 * away from a persisted default.
 *
 * @param managed null means all defaults, unless external is set
 * @param external null means that the operator runs the Redis
 */
public record RedisSource(
        @JsonPropertyDescription("A Redis that the operator runs.")
        ManagedRedis managed,

        @JsonPropertyDescription("A Redis that somebody else runs. The operator changes nothing there.")
        ExternalRedis external) {}
