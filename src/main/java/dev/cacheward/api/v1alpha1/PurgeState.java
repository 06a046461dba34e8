package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Says how far a purge is. */
public enum PurgeState {
    /** It cannot go on now, and does so by itself. */
    @JsonProperty("Waiting")
    WAITING("Waiting"),
    @JsonProperty("Running")
    RUNNING("Running"),
    /** All keys of the server were seen. This value is not done a second time. */
    @JsonProperty("Done")
    DONE("Done"),
    /** The pattern, or the Redis, is one of which nothing is deleted. */
    @JsonProperty("Refused")
    REFUSED("Refused");

    private final String wire;

    PurgeState(String wire) {
        this.wire = wire;
    }

    /** The string in {@code status.purge.state}. */
    public String wire() {
        return wire;
    }
}
