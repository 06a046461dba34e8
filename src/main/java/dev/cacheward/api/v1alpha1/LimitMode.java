package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Says what the application does with its limits. No value is called {@code Off}, since YAML reads that as false. */
public enum LimitMode {
    @JsonProperty("Enforce")
    ENFORCE("Enforce"),
    @JsonProperty("Shadow")
    SHADOW("Shadow"),
    @JsonProperty("Disabled")
    DISABLED("Disabled");

    private final String value;

    LimitMode(String value) {
        this.value = value;
    }

    /** Returns the value as a spec writes it and as it is delivered. */
    public String value() {
        return value;
    }
}
