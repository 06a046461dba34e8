package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/**
 * @param target name of the ConfigMap
 * @param keys the number of keys
 * @param hash of the delivered keys and values
 * @param items an entry for each item of the spec; null in a status of an earlier version
 */
public record Delivered(
        @JsonPropertyDescription("Name of the ConfigMap.") @Size(max = 253)
        String target,

        @JsonPropertyDescription("Whose the ConfigMap is.") DeliveryMode mode,

        @JsonPropertyDescription("How many keys.") @Min(0) @Max(Integer.MAX_VALUE)
        Integer keys,

        @JsonPropertyDescription("Hash of the delivered keys and values.") @Size(max = 64)
        String hash,

        @JsonPropertyDescription("What made which of the keys.") @Size(max = 16)
        List<DeliveredItem> items) {}
