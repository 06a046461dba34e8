package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether clients show a certificate. */
public enum ClientAuth {
    @JsonProperty("None")
    NONE,
    /** One that is shown must be valid. */
    @JsonProperty("Optional")
    OPTIONAL,
    @JsonProperty("Required")
    REQUIRED
}
