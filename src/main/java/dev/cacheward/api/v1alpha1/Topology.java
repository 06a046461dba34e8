package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Says whether one address takes every command. */
public enum Topology {
    @JsonProperty("Standalone")
    STANDALONE,
    @JsonProperty("Cluster")
    CLUSTER
}
