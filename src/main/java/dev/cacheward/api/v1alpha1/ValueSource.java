package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/**
 * A text that another operator or a person keeps in an object of the same namespace.
 *
 * @param kind null means Secret
 */
public record ValueSource(
        @JsonPropertyDescription("Secret or ConfigMap. Default: Secret.")
        SourceKind kind,

        @JsonPropertyDescription("Name of the object, in the same namespace.") @Required @Size(min = 1, max = 253)
        String name,

        @JsonPropertyDescription("Key within the object.") @Required @Size(min = 1, max = 253)
        String key) {}
