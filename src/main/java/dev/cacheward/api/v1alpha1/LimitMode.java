package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the application does with its limits. Not {@code Off}: YAML reads that as false. */
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

    /** As it is written and delivered. */
    public String value() {
        return value;
    }
}
