package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;

/** @param envPrefix null means none */
public record Publication(
        @JsonPropertyDescription(
                "Stands before every name in Secret <name>-redis-env, so that one application can take the "
                        + "Secrets of two profiles: LIMITS_ gives LIMITS_REDIS_URL. Upper case letters, digits and '_', "
                        + "a letter first and '_' at the end. Default: none.")
        @Size(max = 32)
        String envPrefix) {}
