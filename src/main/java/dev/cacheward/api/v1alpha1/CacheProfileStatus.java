package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/**
 * The status of a profile. It holds no timestamp, counter or other number that changes by itself, so that nothing is written at
 * rest. Every component but {@code observedGeneration} is null until it is known.
 */
public record CacheProfileStatus(
        @JsonPropertyDescription(
                "The generation of the spec that this status speaks of; -1 before the operator's first "
                        + "reconciliation.")
        Long observedGeneration,

        @JsonPropertyDescription(
                "Ready, RedisAvailable, ConfigDelivered, ConfigInSync (once they differed), those of health; Reconciling and Stalled while they hold.")
        @Size(max = 16)
        List<Condition> conditions,

        @JsonPropertyDescription(
                "The Secret with the connection, as servicebinding.io has it for a Provisioned Service.")
        Binding binding,

        @JsonPropertyDescription("The Redis that the application is to use.")
        RedisStatus redis,

        @JsonPropertyDescription("How many keys are delivered, over all targets.") @Min(0) @Max(Integer.MAX_VALUE)
        Integer keyCount,

        @JsonPropertyDescription(
                "What was delivered where. ConfigMaps of mode Merge stay here until the keys are out of them.")
        @Size(max = 64)
        List<Delivered> delivered,

        @JsonPropertyDescription(
                "The purge that annotation cacheward.dev/purge asks for; there as long as the annotation is.")
        PurgeStatus purge)
        implements ResourceStatus {}
