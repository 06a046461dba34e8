package dev.cacheward.proof;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.cache.RedisCacheManagerBuilderCustomizer;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.cache.CacheManager;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.cache.RedisCacheManager;

/** A Spring Boot application with caches in Redis. */
final class SpringCacheProof implements Proof {
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableCaching
    static class Application {
        @Bean
        RedisCacheManagerBuilderCustomizer cacheTtls(Environment environment) {
            Map<String, Duration> ttls = Binder.get(environment)
                    .bind("cache.ttl", Bindable.mapOf(String.class, Duration.class))
                    .orElse(Map.of());
            return builder -> ttls.forEach((name, ttl) ->
                    builder.withCacheConfiguration(name, builder.cacheDefaults().entryTtl(ttl)));
        }
    }

    @Override
    public void prove(Case delivered, Checks checks) throws Exception {
        Map<String, Long> ttls = Settings.ttls(delivered.name());
        try (ConfigurableApplicationContext application =
                SpringApp.start(Application.class, "none", delivered.file(), List.of())) {
            CacheManager caches = application.getBean(CacheManager.class);
            ttls.forEach((name, ttl) -> check(checks, caches, name, ttl, delivered.name()));
            check(checks, caches, "unnamed", ttls.getOrDefault("default", Settings.NEVER), delivered.name());
        }
    }

    private static void check(Checks checks, CacheManager caches, String name, long ttl, String settings) {
        String key = Store.unique();
        caches.getCache(name).get(key, () -> "first");
        String second = caches.getCache(name).get(key, () -> "second");
        if (settings.equals("off")) {
            checks.same("cache " + name + " is off, the second value is", "second", second);
            checks.same("cache " + name + " writes a key:", false, Store.has(name + "::" + key));
        } else {
            checks.same("cache " + name + " keeps the value", "first", second);
            Store.ttl(checks, name + "::" + key, name, ttl);
        }
    }

    @Override
    public List<Class<?>> libraries() {
        return List.of(SpringBootVersion.class, RedisCacheManager.class);
    }
}
