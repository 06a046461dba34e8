package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/**
 * @param target name of the ConfigMap
 * @param formats all that this resource delivers into it
 * @param keys the number of keys
 * @param hash of the delivered keys and values
 */
public record Delivered(
        @JsonPropertyDescription("Name of the ConfigMap.") @Size(max = 253)
        String target,

        @JsonPropertyDescription("Whose the ConfigMap is.") DeliveryMode mode,

        @JsonPropertyDescription("The formats delivered into it.") @Size(max = 8)
        List<DeliveryFormat> formats,

        @JsonPropertyDescription("How many keys.") @Min(0) @Max(Integer.MAX_VALUE)
        Integer keys,

        @JsonPropertyDescription("Hash of the delivered keys and values.") @Size(max = 64)
        String hash) {}
