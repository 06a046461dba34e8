package dev.cacheward.delivery.preset.cache;

import dev.cacheward.api.v1alpha1.CachePreset;
import dev.cacheward.delivery.dialect.Dialect;
import dev.cacheward.delivery.value.TtlSettings;
import java.util.Optional;

/** Finds the dialect of a preset. */
public final class CachePresets {
    private CachePresets() {}

    /** Whether a preset writes one key with a whole text, whose name the author may choose. */
    public static boolean isFile(CachePreset preset) {
        return switch (preset) {
            case FLASK_CACHING, PYDANTIC_SETTINGS, CASHEWS -> false;
            case DJANGO, SPRING_CACHE, QUARKUS, MICRONAUT, CACHE_MANAGER -> true;
        };
    }

    /** @param key empty means the preset's default */
    public static Dialect<TtlSettings> dialect(CachePreset preset, Optional<String> key) {
        return switch (preset) {
            case DJANGO -> new Django(key.orElse("cache_settings.py"));
            case FLASK_CACHING -> new FlaskCaching();
            case PYDANTIC_SETTINGS -> new PydanticSettings();
            case SPRING_CACHE -> new SpringCache(key.orElse("cache.properties"));
            case QUARKUS -> new Quarkus(key.orElse("application.properties"));
            case MICRONAUT -> new Micronaut(key.orElse("cache.properties"));
            case CACHE_MANAGER -> new CacheManager(key.orElse("cache.json"));
            case CASHEWS -> new Cashews();
        };
    }
}
