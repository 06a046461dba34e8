package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Says how applications log in at a Redis that somebody else runs. */
public enum ExternalAuth {
    @JsonProperty("Password")
    PASSWORD,
    @JsonProperty("None")
    NONE,
    @JsonProperty("Application")
    APPLICATION
}
