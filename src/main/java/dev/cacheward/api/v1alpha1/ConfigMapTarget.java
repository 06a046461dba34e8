package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/**
 * @param name of a ConfigMap in the same namespace
 * @param mode null means Own
 */
public record ConfigMapTarget(
        @JsonPropertyDescription("Name of the ConfigMap, in the same namespace.") @Required @Size(min = 1, max = 253)
        String name,

        @JsonPropertyDescription(
                "Own: the operator makes the ConfigMap, puts edited keys back, and it is deleted with its "
                        + "owner. Merge: the ConfigMap is somebody else's, only our keys are put into it and taken "
                        + "out again. Default: Own.")
        DeliveryMode mode) {}
