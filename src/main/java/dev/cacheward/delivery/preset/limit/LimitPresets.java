package dev.cacheward.delivery.preset.limit;

import dev.cacheward.api.v1alpha1.LimitPreset;
import dev.cacheward.delivery.dialect.Dialect;
import dev.cacheward.delivery.value.LimitSettings;
import java.util.Optional;

/** Finds the dialect of a preset. */
public final class LimitPresets {
    private LimitPresets() {}

    /** Whether a preset writes one key with a whole text, whose name the author may choose. */
    public static boolean isFile(LimitPreset preset) {
        return preset != LimitPreset.SLOWAPI && preset != LimitPreset.FLASK_LIMITER;
    }

    /** @param key empty means the preset's default */
    public static Dialect<LimitSettings> dialect(LimitPreset preset, Optional<String> key) {
        return switch (preset) {
            case SLOWAPI -> new Slowapi("Slowapi", "");
            case FLASK_LIMITER -> new Slowapi("FlaskLimiter", "FLASK_");
            case DJANGO_RATELIMIT -> new DjangoRatelimit(key.orElse("limits_settings.py"));
            case DJANGO_REST_FRAMEWORK -> new DjangoRestFramework(key.orElse("limits_settings.py"));
            case FASTAPI_LIMITER -> JsonLimits.pyrate(key.orElse("limits.json"));
            case EXPRESS_RATE_LIMIT -> JsonLimits.express(key.orElse("limits.json"));
            case RATE_LIMITER_FLEXIBLE -> JsonLimits.flexible(key.orElse("limits.json"));
            case NEST_THROTTLER -> new NestThrottler(key.orElse("limits.json"));
            case FASTIFY_RATE_LIMIT -> new FastifyRateLimit(key.orElse("limits.json"));
            case SPRING_CLOUD_GATEWAY -> new SpringCloudGateway(key.orElse("limits.properties"));
            case BUCKET4J -> new Bucket4j(key.orElse("limits.properties"));
            case RESILIENCE4J -> new Resilience4j(key.orElse("limits.properties"));
            case ENVOY_RATELIMIT -> new EnvoyRatelimit(key);
            case LIMITADOR -> new Limitador(key.orElse("limits.yaml"));
            case NGINX -> new Nginx(key.orElse("limits.conf"));
            case HAPROXY -> new HaProxy(key.orElse("limits.cfg"));
            case ULULE -> JsonLimits.ulule(key.orElse("limits.json"));
        };
    }
}
