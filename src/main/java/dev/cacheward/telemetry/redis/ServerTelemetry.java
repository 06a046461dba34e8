package dev.cacheward.telemetry.redis;

import dev.cacheward.redis.Deviation;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.telemetry.ResourceKey;
import java.util.List;

/** Is told what the servers of profiles say of themselves, by many threads at once; it throws nothing and makes nobody wait. */
@FunctionalInterface
public interface ServerTelemetry {
    /** The server of a profile passed the check and said how it is. */
    void answered(ResourceKey profile, ServerInfo info);

    /**
     * It is known how the server of a profile differs from its files.
     *
     * @param found empty if it does not differ
     */
    default void drifted(ResourceKey profile, List<Deviation> found) {}

    /**
     * A sample of the keys of a profile was looked at.
     *
     * @param found for each keyspace; empty if none is looked at any more
     */
    default void sampled(ResourceKey profile, List<SampledKeys> found) {}

    /**
     * The operator has looked up keys on the server of a profile, beside its checks, and found them.
     *
     * @param hits since it was told last
     */
    default void lookedUp(ResourceKey profile, long hits) {}
}
