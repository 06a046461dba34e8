package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Says what is checked of a server's certificate. */
public enum Verification {
    @JsonProperty("Full")
    FULL,
    @JsonProperty("CA")
    CA,
    @JsonProperty("None")
    NONE
}
