package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose the ConfigMap is. */
public enum DeliveryMode {
    @JsonProperty("Own")
    OWN
}
