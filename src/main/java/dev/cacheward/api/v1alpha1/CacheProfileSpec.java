package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import java.util.Map;

/**
 * @param enabled null means true
 * @param ttls name to duration, {@code Never} or {@code Disabled}
 * @param redis null means a managed Redis with the defaults
 * @param delivery null means the default target; an empty list delivers nothing
 * @param deletionPolicy null means Delete
 */
public record CacheProfileSpec(
        @JsonPropertyDescription(
                "Whether the application should cache; delivered as CACHE_ENABLED. The Redis keeps running either way.")
        @Default("true")
        Boolean enabled,

        @JsonPropertyDescription(
                "How long entries of each name live: a duration of d, h, m and s in that order (60s, 5m, 1h30m, 1d;"
                        + " 1s to 365d), Never (no expiry) or Disabled (do not cache).")
        @Required
        @Size(min = 1, max = 128)
        Map<String, @Size(min = 1, max = 32) String> ttls,

        @JsonPropertyDescription("Where the Redis is. Absent: one that the operator runs, with the defaults.")
        RedisSource redis,

        @JsonPropertyDescription(
                "Where the TTLs go. Absent: ConfigMap <name>-cache, format Env. A list replaces that default;"
                        + " an empty one delivers nothing.")
        @Size(max = 16)
        List<Delivery> delivery,

        @JsonPropertyDescription("What happens to the data volume when the profile is deleted.") @Default("Delete")
        DeletionPolicy deletionPolicy) {}
