package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;

/**
 * @param requests null means none
 * @param limits null means none
 */
public record Resources(
        @JsonPropertyDescription("What the scheduler reserves, by resource name.") @Size(max = 8)
        Map<String, Quantity> requests,

        @JsonPropertyDescription("What the pod may use at most, by resource name.") @Size(max = 8)
        Map<String, Quantity> limits) {}
