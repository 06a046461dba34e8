package dev.cacheward.proof;

import com.giffing.bucket4j.spring.boot.starter.Bucket4jStartupCheckConfiguration;
import dev.cacheward.proof.Requests.Accepted;
import dev.cacheward.proof.Settings.Rate;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketState;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.cas.LettuceBasedProxyManager;
import io.lettuce.core.RedisClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A WebFlux application with a filter of the starter for each limit. */
final class Bucket4jProof implements Proof {
    private static final String LIBRARY = "com.giffing.bucket4j.";

    private final ProxyManager<byte[]> buckets =
            LettuceBasedProxyManager.builderFor(Store.client()).build();

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @RestController
    static class Application {
        @Bean(destroyMethod = "shutdown")
        RedisClient redisClient() {
            return RedisClient.create(Store.URL);
        }

        @GetMapping({"/default", "/query", "/upload_file"})
        String answer() {
            return "answer";
        }
    }

    /** The filter of a limit in the application's own properties. A missing second rate is the first again. */
    private static List<String> filter(int index, String limit) {
        String filter = "bucket4j.filters[" + index + "].";
        List<String> lines = new ArrayList<>(List.of(
                filter + "cache-name=" + limit,
                filter + "filter-method=webflux",
                filter + "url=/" + limit,
                filter + "rate-limits[0].cache-key=getHeaders().getFirst('" + Requests.CLIENT_HEADER + "')"));
        String from = "rate-limit." + limit + ".bandwidths";
        for (String option : List.of("capacity", "time", "unit")) {
            String first = "${" + from + "[0]." + option + "}";
            String second = "${" + from + "[1]." + option + ":" + first + "}";
            lines.add(filter + "rate-limits[0].bandwidths[0]." + option + "=" + first);
            lines.add(filter + "rate-limits[0].bandwidths[1]." + option + "=" + second);
        }
        return lines;
    }

    @Override
    public void prove(Case delivered, Checks checks) throws Exception {
        Map<String, List<Rate>> limits = Settings.limits(delivered.name());
        List<String> properties = new ArrayList<>();
        int index = 0;
        for (String limit : limits.keySet()) {
            properties.addAll(filter(index++, limit));
        }
        properties.add("bucket4j.cache-to-use=redis-lettuce");
        boolean limited = Settings.limited(delivered.name());
        try (ConfigurableApplicationContext application =
                SpringApp.start(Application.class, LIBRARY, delivered.file(), properties)) {
            String client = Store.unique();
            Requests requests = new Requests(application, client);
            for (String limit : limits.keySet()) {
                Accepted accepted = requests.hold(checks, limit, limits.get(limit), limited);
                if (limited) {
                    stored(checks, "/" + limit + "-" + client, limits.get(limit), accepted);
                }
            }
        }
    }

    /** Looks at the bucket in Redis: each rate has tokens of its own. */
    private void stored(Checks checks, String key, List<Rate> rates, Accepted accepted) {
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        BucketConfiguration configuration = buckets.getProxyConfiguration(name).orElseThrow();
        List<Rate> held = Stream.of(configuration.getBandwidths())
                .map(Bucket4jProof::rate)
                .toList();
        checks.same("the bucket in Redis has", rates, held.stream().distinct().toList());
        BucketState state = buckets.builder()
                .build(name, () -> configuration)
                .asVerbose()
                .getAvailableTokens()
                .getState();
        for (int index = 0; index < rates.size(); index++) {
            long left = rates.get(index).amount() - accepted.amount();
            long most = Math.max(left, 0) + rates.get(index).refilled(accepted.seconds() + 1) + 1;
            checks.between(
                    "of " + rates.get(index) + " are left", Math.max(left, 0), most, state.getCurrentSize(index));
        }
    }

    private static Rate rate(Bandwidth bandwidth) {
        long seconds = Duration.ofNanos(bandwidth.getRefillPeriodNanos()).toSeconds();
        return new Rate((int) bandwidth.getCapacity(), seconds);
    }

    @Override
    public List<Class<?>> libraries() {
        return List.of(Bucket4jStartupCheckConfiguration.class, Bandwidth.class);
    }
}
