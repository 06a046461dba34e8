package dev.cacheward.delivery.preset.limit;

import dev.cacheward.api.v1alpha1.LimitMode;
import dev.cacheward.delivery.dialect.Dialect;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.format.FileText;
import dev.cacheward.delivery.value.LimitSettings;
import dev.cacheward.delivery.value.RateLimit.Rate;
import java.math.BigInteger;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the Redis limiter of Spring Cloud Gateway reads: whole tokens a second, a burst, and the tokens that a request costs.
 * Its switch {@code filter.request-rate-limiter.enabled=false} stops the gateway, and a second filter of a route replaces the
 * first. So an unlimited route has numbers that no client reaches.
 */
record SpringCloudGateway(String file) implements Dialect<LimitSettings> {
    @Override
    public Rendered write(LimitSettings settings) {
        Unsaid unsaid = new Unsaid("SpringCloudGateway");
        unsaid.wantOneRate(settings);
        unsaid.want(settings, SpringCloudGateway::objection);
        unsaid.noShadow(settings);
        SortedMap<String, Object> lines = new TreeMap<>();
        settings.limits().forEach((name, limit) -> {
            Rate rate = limit.rates().get(0);
            boolean limited = settings.mode() == LimitMode.ENFORCE;
            long divisor = divisor(rate);
            put(lines, name, "replenish-rate", limited ? rate.amount() / divisor : Integer.MAX_VALUE);
            put(lines, name, "burst-capacity", limited ? burst(rate).longValue() : Integer.MAX_VALUE);
            put(lines, name, "requested-tokens", limited ? rate.seconds() / divisor : 1);
        });
        return unsaid.rendered(file, FileText.properties(lines));
    }

    private static void put(SortedMap<String, Object> lines, String name, String option, long value) {
        lines.put("rate-limit." + name + "." + option, value);
    }

    private static Optional<String> objection(Rate rate) {
        return burst(rate).bitLength() > 31
                ? Optional.of("it counts " + burst(rate) + " tokens for it, and its numbers end at 2147483647")
                : Optional.empty();
    }

    private static BigInteger burst(Rate rate) {
        return BigInteger.valueOf(rate.amount()).multiply(BigInteger.valueOf(rate.seconds() / divisor(rate)));
    }

    private static long divisor(Rate rate) {
        return BigInteger.valueOf(rate.amount())
                .gcd(BigInteger.valueOf(rate.seconds()))
                .longValue();
    }
}
