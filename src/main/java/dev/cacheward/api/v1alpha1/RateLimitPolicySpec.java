package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import java.util.Map;

/**
 * @param profileRef whose Redis holds the counters
 * @param limits name to one to four rates
 * @param mode null means Enforce
 * @param delivery null means the default target; an empty list delivers nothing
 */
public record RateLimitPolicySpec(
        @JsonPropertyDescription("The CacheProfile, in the same namespace, whose Redis holds the counters.") @Required
        ProfileReference profileRef,

        @JsonPropertyDescription(
                "Rates by name: one to four joined by ';', shortest window first. A rate is N/unit, 'N per unit' or"
                        + " 'N per M unit' with unit second, minute, hour or day (20/minute; 300/hour).")
        @Required
        @Size(min = 1, max = 128)
        Map<String, @Size(min = 1, max = 128) String> limits,

        @JsonPropertyDescription(
                "Whether the application enforces the limits, only counts (Shadow), or does neither (Disabled);"
                        + " delivered as RATE_LIMIT_MODE and RATE_LIMIT_ENABLED.")
        @Default("Enforce")
        LimitMode mode,

        @JsonPropertyDescription(
                "Where the limits go. Absent: ConfigMap <name>-limits, format Env. A list replaces that default;"
                        + " an empty one delivers nothing.")
        @Size(max = 16)
        List<Delivery> delivery) {}
