package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The form in which the application's framework reads the values. */
public enum DeliveryFormat {
    @JsonProperty("Env")
    ENV("Env"),
    @JsonProperty("EnvJson")
    ENV_JSON("EnvJson");

    private final String value;

    DeliveryFormat(String value) {
        this.value = value;
    }

    /** Returns the value as a spec writes it. */
    public String value() {
        return value;
    }
}
