package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kind of object that a text is read from. */
public enum SourceKind {
    @JsonProperty("Secret")
    SECRET,
    @JsonProperty("ConfigMap")
    CONFIG_MAP
}
