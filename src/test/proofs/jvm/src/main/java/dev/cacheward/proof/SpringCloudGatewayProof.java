package dev.cacheward.proof;

import dev.cacheward.proof.Settings.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.cloud.gateway.filter.ratelimit.KeyResolver;
import org.springframework.cloud.gateway.filter.ratelimit.RedisRateLimiter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A gateway with a route for each limit. The routes lead back to itself. */
final class SpringCloudGatewayProof implements Proof {
    private static final String LIBRARY = "org.springframework.cloud.";

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @RestController
    static class Application {
        @Bean
        KeyResolver client() {
            return exchange ->
                    Mono.justOrEmpty(exchange.getRequest().getHeaders().getFirst(Requests.CLIENT_HEADER));
        }

        @GetMapping("/answer")
        String answer() {
            return "answer";
        }
    }

    /** The route of a limit as it stands in the application's own properties. */
    private static List<String> route(int index, String limit) {
        String route = "spring.cloud.gateway.server.webflux.routes[" + index + "].";
        String args = route + "filters[0].args.";
        return List.of(
                route + "id=" + limit,
                route + "uri=forward:/answer",
                route + "predicates[0]=Path=/" + limit,
                route + "filters[0].name=RequestRateLimiter",
                args + "key-resolver=#{@client}",
                args + "redis-rate-limiter.replenishRate=${rate-limit." + limit + ".replenish-rate}",
                args + "redis-rate-limiter.burstCapacity=${rate-limit." + limit + ".burst-capacity}",
                args + "redis-rate-limiter.requestedTokens=${rate-limit." + limit + ".requested-tokens}");
    }

    @Override
    public void prove(Case delivered, Checks checks) throws Exception {
        Map<String, List<Rate>> limits = Settings.limits(delivered.name());
        List<String> properties = new ArrayList<>();
        int index = 0;
        for (String limit : limits.keySet()) {
            properties.addAll(route(index++, limit));
        }
        boolean limited = Settings.limited(delivered.name());
        try (ConfigurableApplicationContext gateway =
                SpringApp.start(Application.class, LIBRARY, delivered.file(), properties)) {
            String client = Store.unique();
            Requests requests = new Requests(gateway, client);
            for (String limit : limits.keySet()) {
                Rate rate = Settings.only(limits.get(limit));
                requests.hold(checks, limit, List.of(rate), limited);
                if (limited) {
                    // The limiter keeps its tokens for twice the time in which an empty bucket is full again.
                    String key = "request_rate_limiter.{" + limit + "." + client + "}.tokens";
                    Store.ttl(checks, key, "the tokens of limit " + limit, 2 * rate.seconds());
                }
            }
        }
    }

    @Override
    public List<Class<?>> libraries() {
        return List.of(RedisRateLimiter.class);
    }
}
