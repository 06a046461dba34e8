package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/**
 * A union, to which adopted servers will be added; it has no CRD defaults, since a persisted default could never be switched
 * away.
 *
 * @param managed null means all defaults
 */
public record RedisSource(
        @JsonPropertyDescription("A Redis that the operator runs.")
        ManagedRedis managed) {}
