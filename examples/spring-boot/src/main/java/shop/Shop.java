package shop;

import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.github.resilience4j.ratelimiter.annotation.RateLimiter;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.cache.RedisCacheManagerBuilderCustomizer;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Spring's cache and resilience4j with what the operator delivers. */
@SpringBootApplication
@EnableCaching
@RestController
public class Shop {
    private final Pages pages;

    Shop(Pages pages) {
        this.pages = pages;
    }

    public static void main(String... arguments) {
        SpringApplication.run(Shop.class, arguments);
    }

    /** Boot has a property for the TTL of all caches only; those of single caches are delivered below cache.ttl. */
    @Bean
    static RedisCacheManagerBuilderCustomizer ttls(Environment environment) {
        Map<String, Duration> ttls = Binder.get(environment)
                .bind("cache.ttl", Bindable.mapOf(String.class, Duration.class))
                .orElse(Map.of());
        return caches -> ttls.forEach((name, ttl) ->
                caches.withCacheConfiguration(name, caches.cacheDefaults().entryTtl(ttl)));
    }

    @GetMapping("/query")
    @RateLimiter(name = "query")
    public Map<String, String> query() {
        return Map.of("made", pages.made());
    }

    @GetMapping("/health")
    public Map<String, String> health() {
        return Map.of();
    }

    @ExceptionHandler(RequestNotPermitted.class)
    @ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
    void refused() {}
}
