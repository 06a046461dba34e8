package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happens to the data volume when the profile goes. */
public enum DeletionPolicy {
    @JsonProperty("Delete")
    DELETE,
    /** The claim stays, and a profile of the same name takes it up again. */
    @JsonProperty("Retain")
    RETAIN
}
