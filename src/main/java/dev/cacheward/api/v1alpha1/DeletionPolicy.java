package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Says what happens to the data volume when the profile is deleted. */
public enum DeletionPolicy {
    @JsonProperty("Delete")
    DELETE,
    /** The claim stays, and a new profile of the same name uses it again. */
    @JsonProperty("Retain")
    RETAIN
}
