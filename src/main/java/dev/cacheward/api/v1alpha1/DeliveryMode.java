package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Says who owns the ConfigMap. */
public enum DeliveryMode {
    /** The operator creates and deletes the ConfigMap. */
    @JsonProperty("Own")
    OWN,
    /** The ConfigMap is foreign: the operator owns only its keys. */
    @JsonProperty("Merge")
    MERGE
}
