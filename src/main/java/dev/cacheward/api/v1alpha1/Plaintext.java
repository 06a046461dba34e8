package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a server with a certificate takes connections that are not encrypted. */
public enum Plaintext {
    @JsonProperty("Forbidden")
    FORBIDDEN,
    /** For the time of a move. */
    @JsonProperty("Allowed")
    ALLOWED
}
