package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;

/**
 * The purge that annotation {@code cacheward.dev/purge} asks for.
 *
 * @param pattern the value of the annotation, shortened if it is longer than a pattern may be
 * @param deletedKeys null until it is done
 * @param message for a person
 */
public record PurgeStatus(
        @JsonPropertyDescription("The pattern, as the annotation has it.") @Size(max = 300)
        String pattern,

        @JsonPropertyDescription("Waiting (it goes on by itself), Running, Done, or Refused.")
        PurgeState state,

        @JsonPropertyDescription("How many keys were deleted; there once it is done.") @Min(0) @Max(Integer.MAX_VALUE)
        Integer deletedKeys,

        @JsonPropertyDescription("What happens, or why nothing does.") @Size(max = 1024)
        String message) {}
