package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** @param name of a CacheProfile in the same namespace */
public record ProfileReference(
        @JsonPropertyDescription("Name of a CacheProfile in the same namespace; it may be created later.")
        @Required
        @Size(min = 1, max = 40)
        String name) {}
