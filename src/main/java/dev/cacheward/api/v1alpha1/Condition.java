package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/**
 * A condition in the form that Kubernetes uses.
 *
 * @param status True, False or Unknown
 * @param lastTransitionTime RFC 3339, of the last change of {@code status}
 * @param observedGeneration the generation of the spec that the condition is about
 */
public record Condition(
        @JsonPropertyDescription("What the condition is about.") @Required @Size(min = 1, max = 64)
        String type,

        @JsonPropertyDescription("True, False or Unknown.") @Required @Pattern("^(True|False|Unknown)$") @Size(max = 7)
        String status,

        @JsonPropertyDescription("Why, in one word; Cacheward's conditions.md says what to do about each.")
        @Required
        @Size(min = 1, max = 64)
        String reason,

        @JsonPropertyDescription("Why, in words.") @Required @Size(max = 4096)
        String message,

        @JsonPropertyDescription("When the status changed last.") @Required @Size(max = 64)
        String lastTransitionTime,

        @JsonPropertyDescription("The generation of the spec that this was found for.")
        Long observedGeneration) {}
