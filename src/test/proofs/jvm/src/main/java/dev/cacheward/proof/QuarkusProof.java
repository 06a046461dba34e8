package dev.cacheward.proof;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheManager;
import io.quarkus.cache.CacheManagerInfo;
import io.quarkus.cache.redis.runtime.RedisCacheImpl;
import io.quarkus.cache.redis.runtime.RedisCacheInfoBuilder;
import io.quarkus.cache.redis.runtime.RedisCachesRuntimeConfig;
import io.quarkus.cache.runtime.CacheBuildConfig;
import io.quarkus.cache.runtime.CacheConfig;
import io.quarkus.cache.runtime.CacheManagerImpl;
import io.quarkus.cache.runtime.CacheManagerRecorder;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The Redis cache of Quarkus, put together as its build does. The build itself, and the annotations, are not shown. */
final class QuarkusProof implements Proof {
    private final Vertx vertx = Vertx.vertx();
    private final Redis redis = Redis.createClient(vertx, Store.URL);

    @Override
    public void prove(Case delivered, Checks checks) throws Exception {
        Map<String, Long> ttls = new HashMap<>(Settings.ttls(delivered.name()));
        long common = ttls.containsKey("default") ? ttls.remove("default") : Settings.NEVER;
        ttls.put("unnamed", common);
        CacheManager caches = caches(config(delivered.file()), ttls.keySet());
        for (String name : Set.copyOf(ttls.keySet())) {
            check(
                    checks,
                    name,
                    caches.getCache(name).orElseThrow(),
                    ttls.get(name),
                    !delivered.name().equals("off"));
        }
    }

    /** The file takes part in the configuration as it does when it lies in the folder config. */
    private static SmallRyeConfig config(Path delivered) throws IOException {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(delivered.toUri().toURL(), 260))
                .withConverter(Duration.class, 200, new DurationConverter())
                .withDefaultValue("quarkus.cache.type", "redis")
                .withMapping(CacheBuildConfig.class)
                .withMapping(CacheConfig.class)
                .withMapping(RedisCachesRuntimeConfig.class)
                .withMappingIgnore("quarkus.cache.**")
                .build();
    }

    private CacheManager caches(SmallRyeConfig config, Set<String> names) {
        CacheManagerRecorder recorder = new CacheManagerRecorder(
                config.getConfigMapping(CacheBuildConfig.class),
                new RuntimeValue<>(config.getConfigMapping(CacheConfig.class)));
        List<CacheManagerInfo> kinds = List.of(
                recorder.noOpCacheManagerInfo(), new InRedis(config.getConfigMapping(RedisCachesRuntimeConfig.class)));
        return recorder.resolveCacheInfo(kinds, new HashSet<>(names), false).get();
    }

    private void check(Checks checks, String name, Cache cache, long ttl, boolean keeps) {
        String key = Store.unique();
        cache.get(key, any -> "first").await().indefinitely();
        String second = cache.get(key, any -> "second").await().indefinitely();
        String stored = "cache:" + name + ":" + key;
        if (keeps) {
            checks.same("cache " + name + " keeps the value", "first", second);
            Store.ttl(checks, stored, name, ttl);
        } else {
            checks.same("cache " + name + " is off, the second value is", "second", second);
            checks.same("cache " + name + " writes a key:", false, Store.has(stored));
        }
    }

    @Override
    public List<Class<?>> libraries() {
        return List.of(RedisCacheImpl.class, CacheConfig.class, SmallRyeConfig.class);
    }

    /** What the recorder of the extension does, but for the look-up of Vert.x and of the client in the container. */
    private final class InRedis implements CacheManagerInfo {
        private final RedisCachesRuntimeConfig config;

        InRedis(RedisCachesRuntimeConfig config) {
            this.config = config;
        }

        @Override
        public boolean supports(Context context) {
            return context.cacheEnabled() && context.cacheType().equals("redis");
        }

        @Override
        public Supplier<CacheManager> get(Context context) {
            Map<String, Cache> caches = new HashMap<>();
            RedisCacheInfoBuilder.build(context.cacheNames(), config, Map.of(), Map.of())
                    .forEach(info -> {
                        info.valueType = String.class;
                        caches.put(info.name, new RedisCacheImpl(info, vertx, redis, () -> true));
                    });
            return () -> new CacheManagerImpl(caches);
        }
    }
}
