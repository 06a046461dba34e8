package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/**
 * @param name of a Secret in the same namespace
 * @param key within it
 */
public record SecretKey(
        @JsonPropertyDescription("Name of a Secret in the same namespace.") @Required @Size(min = 1, max = 253)
        String name,

        @JsonPropertyDescription("Key within the Secret.") @Required @Size(min = 1, max = 253)
        String key) {}
