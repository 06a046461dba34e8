package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose the ConfigMap is. */
public enum DeliveryMode {
    /** The operator's: it makes it, and deletes it. */
    @JsonProperty("Own")
    OWN,
    /** Somebody else's: only the keys are the operator's. */
    @JsonProperty("Merge")
    MERGE
}
