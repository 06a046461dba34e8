package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import java.util.Map;

/**
 * @param enabled null means true
 * @param ttls name to duration, {@code Never}, {@code Disabled} or a tier
 * @param tiers name to duration, {@code Never} or {@code Disabled}; null means none
 * @param keyspaces null means that no keys are looked at
 * @param redis null means a managed Redis with the defaults
 * @param binding null means the defaults
 * @param delivery null means the default target; an empty list delivers nothing
 * @param restart null means that nothing is restarted
 * @param deletionPolicy null means Delete
 */
public record CacheProfileSpec(
        @JsonPropertyDescription("Whether the application should cache; delivered as CACHE_ENABLED. The Redis keeps "
                + "running either way.")
        @Default("true")
        Boolean enabled,

        @JsonPropertyDescription("How long the entries of each name live, 1 to 128 names: a duration of d, h, m and s, "
                + "each at most once and in that order, from 1s to 365d (60s, 5m, 1h30m, 1d), Never (no "
                + "expiry), Disabled (do not cache), or the name of one of the tiers. A name has 1 to 63 lower case letters, digits and "
                + "'_', a letter first; true, false, enabled, mode, json and storage_uri are reserved.")
        @Required
        @Size(min = 1, max = 128)
        Map<String, @Size(max = 32) String> ttls,

        @JsonPropertyDescription(
                "Times that have a name, which ttls can name instead of a time: name to a duration, Never or "
                        + "Disabled. A name has 1 to 31 lower case letters, digits and '_', a letter first. Default: none.")
        @Size(max = 32)
        Map<String, @Size(max = 32) String> tiers,

        @JsonPropertyDescription(
                "Which keys of a Redis that the operator runs have which of ttls, at most 32. A sample of them is "
                        + "looked at every ten minutes, and condition KeysExpire says whether they live longer. Default: none, and no "
                        + "keys are looked at.")
        @Size(max = 32)
        List<Keyspace> keyspaces,

        @JsonPropertyDescription("Where the Redis is. Default: one that the operator runs.")
        RedisSource redis,

        @JsonPropertyDescription("How the connection is published.")
        Publication binding,

        @JsonPropertyDescription("Where the TTLs go, at most 16 targets. A list replaces the default; an empty list "
                + "delivers nothing. Default: ConfigMap <name>-cache, format Env.")
        @Size(max = 16)
        List<TtlDelivery> delivery,

        @JsonPropertyDescription("Workloads whose pods are replaced when the delivered keys or values change, or the "
                + "published connection, and once when they are named first; at most 16. Default: none.")
        @Size(max = 16)
        List<RestartTarget> restart,

        @JsonPropertyDescription(
                "What happens to the data volume when the profile is deleted: Delete, or Retain (a later "
                        + "profile of the same name takes it up again).")
        @Default("Delete")
        DeletionPolicy deletionPolicy) {}
