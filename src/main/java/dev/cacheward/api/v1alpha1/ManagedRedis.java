package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import java.util.Map;

/** A Redis that the operator runs. Every component may be null: the default, named in its description, holds then. */
public record ManagedRedis(
        @JsonPropertyDescription(
                "Container image of Redis 7.0 to 8 or Valkey 8 or 9. Default: the operator's CACHEWARD_REDIS_IMAGE,"
                        + " followed when that changes.")
        @Size(min = 1, max = 512)
        String image,

        @JsonPropertyDescription(
                "Requests and limits as in a pod, replaced as a whole. Default: requests cpu 100m and memory 256Mi,"
                        + " limit memory 256Mi.")
        Resources resources,

        @JsonPropertyDescription(
                "Redis' maxmemory: a quantity (192Mi), or 1% to 99% of the memory limit. Default: 75%, with"
                        + " persistence 45%.")
        @Size(min = 1, max = 32)
        String maxMemory,

        @JsonPropertyDescription("What Redis does when maxMemory is reached. Default: volatile-lfu.")
        EvictionPolicy evictionPolicy,

        @JsonPropertyDescription("Whether data outlives the pod. Default: mode None.")
        Persistence persistence,

        @JsonPropertyDescription("The application's password and permissions.")
        Auth auth,

        @JsonPropertyDescription("Addresses to listen on; must contain PodIP or All. Default: PodIP and Loopback.")
        @Size(min = 1, max = 3)
        List<BindAddress> bind,

        @JsonPropertyDescription(
                "Commands that nobody can call: renamed to nothing and denied. Default: FLUSHDB, FLUSHALL, KEYS,"
                        + " CONFIG. One taken off the list works again for the application.")
        @Size(max = 64)
        List<DisabledCommand> disabledCommands,

        @JsonPropertyDescription(
                "Other redis.conf parameters by name. Those that the operator sets itself are refused, with the field"
                        + " that sets them.")
        @Size(max = 64)
        Map<String, @Size(max = 512) String> config,

        @JsonPropertyDescription(
                "Who may connect. Default: no NetworkPolicy is made. The operator's own pods are always let in.")
        NetworkAccess networkPolicy,

        @JsonPropertyDescription("Scheduling and metadata of the pod.")
        PodOverrides podTemplate) {}
