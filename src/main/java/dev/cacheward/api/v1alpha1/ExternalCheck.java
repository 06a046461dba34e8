package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;

/**
 * How the operator checks a Redis that somebody else runs. Every component may be null.
 *
 * @param scripts null means that only rate limits need them
 */
public record ExternalCheck(
        @JsonPropertyDescription(
                "What the names of the check's keys begin with, for a user who may use some keys only. "
                        + "Default: cacheward:check:.")
        @Size(max = 128)
        String keyPrefix,

        @JsonPropertyDescription("How often a PING is sent, from 1m to 1h, in h, m and s. Default: 5m.")
        @Size(min = 1, max = 16)
        String every,

        @JsonPropertyDescription("How often all commands are tried, from every up to 24h, in h, m and s. Default: 1h.")
        @Size(min = 1, max = 16)
        String fullEvery,

        @JsonPropertyDescription("Whether the profile is ready only if the server runs scripts (EVAL): Required or "
                + "Optional. Default: a RateLimitPolicy needs them, the profile itself does not.")
        Scripts scripts) {}
