package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Says whether a server has to run scripts. */
public enum Scripts {
    @JsonProperty("Required")
    REQUIRED,
    @JsonProperty("Optional")
    OPTIONAL
}
