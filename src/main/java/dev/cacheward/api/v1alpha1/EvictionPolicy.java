package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Redis' eviction policies, by Redis' own names. */
public enum EvictionPolicy {
    @JsonProperty("noeviction")
    NO_EVICTION("noeviction"),
    @JsonProperty("allkeys-lru")
    ALLKEYS_LRU("allkeys-lru"),
    @JsonProperty("allkeys-lfu")
    ALLKEYS_LFU("allkeys-lfu"),
    @JsonProperty("allkeys-random")
    ALLKEYS_RANDOM("allkeys-random"),
    @JsonProperty("allkeys-lrm")
    ALLKEYS_LRM("allkeys-lrm"),
    @JsonProperty("volatile-lru")
    VOLATILE_LRU("volatile-lru"),
    @JsonProperty("volatile-lfu")
    VOLATILE_LFU("volatile-lfu"),
    @JsonProperty("volatile-random")
    VOLATILE_RANDOM("volatile-random"),
    @JsonProperty("volatile-ttl")
    VOLATILE_TTL("volatile-ttl"),
    @JsonProperty("volatile-lrm")
    VOLATILE_LRM("volatile-lrm");

    private final String redisName;

    EvictionPolicy(String redisName) {
        this.redisName = redisName;
    }

    /** Returns the value of {@code maxmemory-policy}. */
    public String redisName() {
        return redisName;
    }
}
