package dev.cacheward.cacheprofile.plan;

import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.cacheprofile.model.RunningServer;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.ServerInfo;
import java.util.Map;
import java.util.TreeMap;

/** What the pod of {@link PodPhases} answers to the operator. */
final class Answers {
    static final RunningServer SERVER =
            new RunningServer(new RedisAddress(PodPhases.ADDRESS, 6379), SampleProfiles.credentials(), "ALIAS");

    private Answers() {}

    /** The same of one whose parameters are known. */
    static ObservedRedis with(String version, Map<String, String> config) {
        return new ObservedRedis.Answered(
                SERVER, ServerInfo.parse("redis_version:" + version + "\nrun_id:abc\n"), new TreeMap<>(config));
    }

    /** The answer of a server with so much data, in MiB, and with that maxmemory. */
    static ObservedRedis holding(long used, long maxMemory) {
        return new ObservedRedis.Answered(
                SERVER,
                ServerInfo.parse("redis_version:7.0.15\nrun_id:abc\nused_memory:" + (used << 20) + "\nmaxmemory:"
                        + (maxMemory << 20) + "\n"));
    }

    /** The answer of a Redis of this version. */
    static ObservedRedis of(String version) {
        return new ObservedRedis.Answered(SERVER, ServerInfo.parse("redis_version:" + version + "\nrun_id:abc\n"));
    }
}
