package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Caches that read the delivered TTLs as they are. */
public enum CachePreset {
    /** The cache framework of Django (Python). */
    @JsonProperty("Django")
    DJANGO("Django"),
    /** Flask-Caching (Python). */
    @JsonProperty("FlaskCaching")
    FLASK_CACHING("FlaskCaching"),
    /** A settings class of pydantic-settings (Python). */
    @JsonProperty("PydanticSettings")
    PYDANTIC_SETTINGS("PydanticSettings"),
    /** The cache of Spring Boot (JVM). */
    @JsonProperty("SpringCache")
    SPRING_CACHE("SpringCache"),
    /** The Redis cache of Quarkus (JVM). */
    @JsonProperty("Quarkus")
    QUARKUS("Quarkus"),
    /** The Redis cache of Micronaut (JVM). */
    @JsonProperty("Micronaut")
    MICRONAUT("Micronaut"),
    /** cache-manager and keyv (Node). */
    @JsonProperty("CacheManager")
    CACHE_MANAGER("CacheManager"),
    /** cashews (Python). */
    @JsonProperty("Cashews")
    CASHEWS("Cashews");

    private final String value;

    CachePreset(String value) {
        this.value = value;
    }

    /** Returns the value as a spec writes it. */
    public String value() {
        return value;
    }
}
