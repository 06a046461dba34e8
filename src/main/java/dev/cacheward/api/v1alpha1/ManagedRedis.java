package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import java.util.Map;

/** A Redis that the operator runs. Every component may be null; then the default in its description applies. */
public record ManagedRedis(
        @JsonPropertyDescription("Container image of Redis 7.0 to 8, or of Valkey 8 or 9. Default: the operator's "
                + "CACHEWARD_REDIS_IMAGE, followed when that changes.")
        @Size(min = 1, max = 512)
        String image,

        @JsonPropertyDescription(
                "Requests and limits as in a pod, replaced as a whole. Default: the operator's, else requests of "
                        + "100m cpu and 256Mi memory, limit of 256Mi memory.")
        Resources resources,

        @JsonPropertyDescription(
                "How much Redis may store before it evicts: a quantity up to the memory limit (192Mi), or "
                        + "1% to 99% of that limit. Default: 75%, with persistence 45%.")
        @Size(min = 1, max = 32)
        String maxMemory,

        @JsonPropertyDescription(
                "What Redis does when maxMemory is reached, by Redis' own names; those ending in lrm need Redis 8.6. Default: volatile-lfu.")
        EvictionPolicy evictionPolicy,

        @JsonPropertyDescription("Whether data outlives the pod. Default: mode None.")
        Persistence persistence,

        @JsonPropertyDescription("The application's password and permissions.")
        Auth auth,

        @JsonPropertyDescription(
                "Addresses to listen on, each once; PodIP or All must be among them. Without Loopback, "
                        + "kubectl port-forward does not reach Redis. Default: PodIP and Loopback.")
        @Size(min = 1, max = 3)
        List<BindAddress> bind,

        @JsonPropertyDescription(
                "Commands that nobody can call, each once. They are denied to the application and renamed "
                        + "to nothing. One taken off the list works again for the application. Default: FLUSHDB, "
                        + "FLUSHALL, KEYS and CONFIG.")
        @Size(max = 64)
        List<DisabledCommand> disabledCommands,

        @JsonPropertyDescription(
                "Other parameters of redis.conf, at most 64: name to value, on one line; numbers must be "
                        + "quoted. Parameters that the operator sets itself are refused, with the field that sets "
                        + "them.")
        @Size(max = 64)
        Map<String, @Size(max = 512) String> config,

        @JsonPropertyDescription(
                "Who may connect, beside the operator. Default: the operator's, else no " + "NetworkPolicy is made.")
        NetworkAccess networkPolicy,

        @JsonPropertyDescription("Encrypted connections. Default: none are encrypted.")
        ServerTls tls,

        @JsonPropertyDescription("Scheduling and metadata of the pod.")
        PodOverrides podTemplate) {
    /** Returns an empty spec, in which every default applies. */
    public static ManagedRedis empty() {
        return new ManagedRedis(null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
