package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How Redis keeps its data over a restart. */
public enum PersistenceMode {
    @JsonProperty("None")
    NONE,
    @JsonProperty("Snapshot")
    SNAPSHOT,
    @JsonProperty("AppendOnly")
    APPEND_ONLY
}
