package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The form in which the application reads the values. */
public enum DeliveryFormat {
    /** A key of the ConfigMap for each value. */
    @JsonProperty("Env")
    ENV("Env"),
    /** A key of the ConfigMap with all values as a JSON object. */
    @JsonProperty("EnvJson")
    ENV_JSON("EnvJson"),
    /** A file that readers of {@code .env} take. */
    @JsonProperty("DotEnv")
    DOT_ENV("DotEnv"),
    /** A JSON file. */
    @JsonProperty("Json")
    JSON("Json"),
    /** A YAML file. */
    @JsonProperty("Yaml")
    YAML("Yaml"),
    /** A TOML file. */
    @JsonProperty("Toml")
    TOML("Toml"),
    /** A file that Java's Properties reads. */
    @JsonProperty("Properties")
    PROPERTIES("Properties"),
    /** A Python module of literals. */
    @JsonProperty("Python")
    PYTHON("Python");

    private final String value;

    DeliveryFormat(String value) {
        this.value = value;
    }

    /** Returns the value as a spec writes it. */
    public String value() {
        return value;
    }
}
