package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/**
 * @param prefix what the keys begin with, taken literally
 * @param ttl a name in {@code spec.ttls}
 */
public record Keyspace(
        @JsonPropertyDescription(
                "What the keys begin with, 1 to 128 characters, such as \"cache:dataset:\". It is no pattern: '*' and "
                        + "'?' mean themselves. A key belongs to the longest prefix that it begins with.")
        @Required
        @Size(min = 1, max = 128)
        String prefix,

        @JsonPropertyDescription("Which of ttls says how long these keys may live.") @Required @Size(min = 1, max = 63)
        String ttl) {}
