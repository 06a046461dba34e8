package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/**
 * @param as a format or a preset
 * @param keys sorted
 */
public record DeliveredItem(
        @JsonPropertyDescription("The format or preset that made the keys.") @Size(max = 64)
        String as,

        @JsonPropertyDescription("The keys of the ConfigMap; the values stand there.") @Size(max = 256)
        List<@Size(max = 253) String> keys) {}
