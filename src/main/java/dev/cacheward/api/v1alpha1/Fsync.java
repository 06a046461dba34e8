package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Redis' {@code appendfsync}; its third value, {@code no}, would lose half a minute of writes and is not offered. */
public enum Fsync {
    @JsonProperty("everysec")
    EVERYSEC,
    @JsonProperty("always")
    ALWAYS
}
