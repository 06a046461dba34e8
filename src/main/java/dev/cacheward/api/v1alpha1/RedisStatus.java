package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/**
 * @param endpoint host:port that applications connect to
 * @param version product and version that the server reported, such as {@code Redis 8.0.6}; null until it was asked
 * @param evictionPolicy what it does when its memory is full; null if nobody says
 * @param capabilities what a Redis that somebody else runs offers beside what everybody needs; null for one of the operator's, which
 *     offers all
 * @param volumeCapacity what the data volume has, which may be less than it should; null without one
 */
public record RedisStatus(
        @JsonPropertyDescription("Host and port for applications.") @Size(max = 300)
        String endpoint,

        @JsonPropertyDescription("Product and version, as the server says.") @Size(max = 64)
        String version,

        @JsonPropertyDescription("What the server does when its memory is full.") @Size(max = 32)
        String evictionPolicy,

        @JsonPropertyDescription("Of a Redis that somebody else runs: which of TTL, EVAL, PUBLISH and INFO it offers.")
        @Size(max = 8)
        List<@Size(max = 16) String> capabilities,

        @JsonPropertyDescription("What the data volume has, as its claim says.") @Size(max = 32)
        String volumeCapacity) {}
