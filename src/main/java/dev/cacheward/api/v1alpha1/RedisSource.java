package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/**
 * A union of the ways to get a Redis; servers that exist already will be added to it. It has no CRD defaults, since the author
 * could never switch away from a persisted default.
 *
 * @param managed null means all defaults
 */
public record RedisSource(
        @JsonPropertyDescription("A Redis that the operator runs.")
        ManagedRedis managed) {}
