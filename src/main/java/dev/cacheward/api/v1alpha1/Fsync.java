package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The values of Redis' {@code appendfsync}. Its third value, {@code no}, is not offered: it could lose half a minute of writes.
 */
public enum Fsync {
    @JsonProperty("everysec")
    EVERYSEC,
    @JsonProperty("always")
    ALWAYS
}
