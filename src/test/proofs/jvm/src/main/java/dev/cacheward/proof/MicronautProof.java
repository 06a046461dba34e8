package dev.cacheward.proof;

import io.micronaut.cache.CacheManager;
import io.micronaut.cache.SyncCache;
import io.micronaut.configuration.lettuce.cache.RedisCache;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** An application context of Micronaut with caches in Redis. */
final class MicronautProof implements Proof {
    @Override
    public void prove(Case delivered, Checks checks) throws Exception {
        boolean keeps = !delivered.name().equals("off") || delivered.report().contains("goes on caching");
        Map<String, Long> ttls = Settings.ttls(delivered.name());
        try (ApplicationContext application = start(delivered)) {
            CacheManager<?> caches = application.getBean(CacheManager.class);
            ttls.forEach((name, ttl) -> check(checks, caches.getCache(name.replace('_', '-')), ttl, keeps));
        }
    }

    /** The application names the delivered file beside its own. */
    private static ApplicationContext start(Case delivered) throws IOException {
        System.setProperty("micronaut.config.files", "file:" + delivered.file().toAbsolutePath());
        return ApplicationContext.builder()
                .properties(Map.of("redis.uri", Store.URL))
                .banner(false)
                .start();
    }

    private static void check(Checks checks, SyncCache<?> cache, long ttl, boolean keeps) {
        String key = Store.unique();
        Argument<String> text = Argument.STRING;
        cache.get(key, text, () -> "first");
        String second = cache.get(key, text, () -> "second");
        String stored = cache.getName() + ":" + key;
        if (keeps) {
            checks.same("cache " + cache.getName() + " keeps the value", "first", second);
            Store.ttl(checks, stored, cache.getName(), ttl);
        } else {
            checks.same("cache " + cache.getName() + " is off, the second value is", "second", second);
            checks.same("cache " + cache.getName() + " writes a key:", false, Store.has(stored));
        }
    }

    @Override
    public List<Class<?>> libraries() {
        return List.of(ApplicationContext.class, RedisCache.class);
    }
}
