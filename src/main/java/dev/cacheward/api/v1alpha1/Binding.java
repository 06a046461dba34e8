package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;

/** @param name of the Secret that holds the connection */
public record Binding(
        @JsonPropertyDescription("Name of the Secret.") @Size(max = 253)
        String name) {}
