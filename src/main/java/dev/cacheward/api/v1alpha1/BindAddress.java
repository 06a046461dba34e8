package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An address that Redis listens on. Without {@link #LOOPBACK}, {@code kubectl port-forward} does not reach it. */
public enum BindAddress {
    @JsonProperty("PodIP")
    POD_IP,
    @JsonProperty("Loopback")
    LOOPBACK,
    @JsonProperty("All")
    ALL
}
