package dev.cacheward.proof;

import dev.cacheward.proof.Settings.Rate;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.github.resilience4j.ratelimiter.annotation.RateLimiter;
import io.github.resilience4j.springboot3.ratelimiter.autoconfigure.RateLimiterAutoConfiguration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A Spring Boot application whose methods have the annotation of resilience4j. */
final class Resilience4jProof implements Proof {
    private static final String LIBRARY = "io.github.resilience4j.";
    private static final int MORE = 5;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Service.class)
    static class Application {}

    static class Service {
        @RateLimiter(name = "default")
        public void other() {}

        @RateLimiter(name = "query")
        public void query() {}
    }

    @Override
    public void prove(Case delivered, Checks checks) throws Exception {
        boolean limited = Settings.limited(delivered.name());
        Map<String, List<Rate>> limits = Settings.limits(delivered.name());
        try (ConfigurableApplicationContext application =
                SpringApp.start(Application.class, LIBRARY, delivered.file(), List.of())) {
            Service service = application.getBean(Service.class);
            RateLimiterRegistry registry = application.getBean(RateLimiterRegistry.class);
            for (String name : limits.keySet()) {
                Rate rate = Settings.only(limits.get(name));
                configured(checks, registry, name, rate, limited);
                Runnable call = name.equals("default") ? service::other : service::query;
                String what = limited ? " refuses after" : " is off, permitted";
                checks.same(
                        "limit " + name + what, limited ? rate.amount() : rate.amount() + MORE, permitted(call, rate));
            }
        }
    }

    private static void configured(
            Checks checks, RateLimiterRegistry registry, String name, Rate rate, boolean limited) {
        var config = registry.rateLimiter(name).getRateLimiterConfig();
        String what = "limit " + name + " has the ";
        checks.same(what + "count", limited ? rate.amount() : Integer.MAX_VALUE, config.getLimitForPeriod());
        checks.same(what + "period", Duration.ofSeconds(rate.seconds()), config.getLimitRefreshPeriod());
        checks.same(what + "wait", Duration.ZERO, config.getTimeoutDuration());
    }

    private static int permitted(Runnable call, Rate rate) {
        for (int permitted = 0; permitted < rate.amount() + MORE; permitted++) {
            try {
                call.run();
            } catch (RequestNotPermitted refused) {
                return permitted;
            }
        }
        return rate.amount() + MORE;
    }

    @Override
    public List<Class<?>> libraries() {
        return List.of(RateLimiterAutoConfiguration.class, RateLimiterRegistry.class);
    }
}
