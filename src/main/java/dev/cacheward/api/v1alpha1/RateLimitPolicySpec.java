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
 * @param restart null means that nothing is restarted
 */
public record RateLimitPolicySpec(
        @JsonPropertyDescription("The CacheProfile whose Redis holds the counters.") @Required
        ProfileReference profileRef,

        @JsonPropertyDescription(
                "The limit of each name, 1 to 128 names: one to four rates joined by ';', shortest window "
                        + "first. A rate is N/unit, 'N per unit' or 'N per M unit', with unit second, minute, hour "
                        + "or day (also in the plural), N and M from 1 to 999999999 (20/minute; 300/hour). Names as "
                        + "those of a CacheProfile's ttls.")
        @Required
        @Size(min = 1, max = 128)
        Map<String, @Size(max = 128) String> limits,

        @JsonPropertyDescription("Whether the application enforces its limits, only counts (Shadow), or does neither "
                + "(Disabled); delivered as RATE_LIMIT_MODE, and as RATE_LIMIT_ENABLED, which is false for "
                + "Disabled.")
        @Default("Enforce")
        LimitMode mode,

        @JsonPropertyDescription("Where the limits go, at most 16 targets. A list replaces the default; an empty list "
                + "delivers nothing. Default: ConfigMap <name>-limits, format Env.")
        @Size(max = 16)
        List<LimitDelivery> delivery,

        @JsonPropertyDescription("Workloads whose pods are replaced when the delivered keys or values change, or the "
                + "published connection, and once when they are named first; at most 16. Default: none.")
        @Size(max = 16)
        List<RestartTarget> restart) {}
