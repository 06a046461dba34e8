package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Rate limiters that read the delivered limits as they are. */
public enum LimitPreset {
    /** slowapi (Python). */
    @JsonProperty("Slowapi")
    SLOWAPI("Slowapi"),
    /** Flask-Limiter (Python). */
    @JsonProperty("FlaskLimiter")
    FLASK_LIMITER("FlaskLimiter"),
    /** django-ratelimit (Python). */
    @JsonProperty("DjangoRatelimit")
    DJANGO_RATELIMIT("DjangoRatelimit"),
    /** The throttles of Django REST framework (Python). */
    @JsonProperty("DjangoRestFramework")
    DJANGO_REST_FRAMEWORK("DjangoRestFramework"),
    /** fastapi-limiter on pyrate-limiter (Python). */
    @JsonProperty("FastapiLimiter")
    FASTAPI_LIMITER("FastapiLimiter"),
    /** express-rate-limit (Node). */
    @JsonProperty("ExpressRateLimit")
    EXPRESS_RATE_LIMIT("ExpressRateLimit"),
    /** rate-limiter-flexible (Node). */
    @JsonProperty("RateLimiterFlexible")
    RATE_LIMITER_FLEXIBLE("RateLimiterFlexible"),
    /** @nestjs/throttler (Node). */
    @JsonProperty("NestThrottler")
    NEST_THROTTLER("NestThrottler"),
    /** @fastify/rate-limit (Node). */
    @JsonProperty("FastifyRateLimit")
    FASTIFY_RATE_LIMIT("FastifyRateLimit"),
    /** The Redis limiter of Spring Cloud Gateway (JVM). */
    @JsonProperty("SpringCloudGateway")
    SPRING_CLOUD_GATEWAY("SpringCloudGateway"),
    /** The Spring Boot starter of bucket4j (JVM). */
    @JsonProperty("Bucket4j")
    BUCKET4J("Bucket4j"),
    /** The rate limiter of resilience4j (JVM). */
    @JsonProperty("Resilience4j")
    RESILIENCE4J("Resilience4j"),
    /** The rate limit service of Envoy. */
    @JsonProperty("EnvoyRatelimit")
    ENVOY_RATELIMIT("EnvoyRatelimit"),
    /** Limitador. */
    @JsonProperty("Limitador")
    LIMITADOR("Limitador"),
    /** limit_req of nginx. */
    @JsonProperty("Nginx")
    NGINX("Nginx"),
    /** Stick tables of HAProxy. */
    @JsonProperty("HAProxy")
    HAPROXY("HAProxy"),
    /** ulule/limiter (Go). */
    @JsonProperty("Ulule")
    ULULE("Ulule");

    private final String value;

    LimitPreset(String value) {
        this.value = value;
    }

    /** Returns the value as a spec writes it. */
    public String value() {
        return value;
    }
}
