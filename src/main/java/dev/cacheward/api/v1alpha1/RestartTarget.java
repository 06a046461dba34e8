package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/**
 * @param kind of the workload
 * @param name of the workload, in the same namespace
 */
public record RestartTarget(
        @JsonPropertyDescription("Kind of the workload.") @Required
        WorkloadKind kind,

        @JsonPropertyDescription("Name of the workload, in the same namespace.") @Required @Size(min = 1, max = 253)
        String name) {}
