package dev.cacheward.delivery.preset.limit;

import dev.cacheward.api.v1alpha1.LimitMode;
import dev.cacheward.delivery.dialect.Dialect;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.value.LimitSettings;
import dev.cacheward.delivery.value.RateLimit;
import dev.cacheward.delivery.value.RateLimit.Rate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What nginx reads: the zones, for {@code include} at the level http, and a text for each limit, for {@code include} at a
 * location. A rate is whole requests a second or a minute. Without a burst, 20 a minute is one each 3 seconds; a burst of 0 is
 * refused.
 */
record Nginx(String file) implements Dialect<LimitSettings> {
    @Override
    public Rendered write(LimitSettings settings) {
        Unsaid unsaid = new Unsaid("Nginx");
        unsaid.want(
                settings,
                rate -> rate(rate).isEmpty()
                        ? Optional.of("its rates are whole requests a second or a minute")
                        : Optional.empty());
        SortedMap<String, String> keys = new TreeMap<>();
        keys.put(
                file,
                settings.limits().entrySet().stream()
                        .map(entry -> zones(settings, entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining()));
        settings.limits()
                .forEach((name, limit) -> keys.put(stem() + "-" + name + ".conf", location(settings, name, limit)));
        return unsaid.rendered(keys);
    }

    private String stem() {
        return file.endsWith(".conf") ? file.substring(0, file.length() - ".conf".length()) : file;
    }

    private static String zones(LimitSettings settings, String name, RateLimit limit) {
        return limit.rates().stream()
                .map(rate -> "limit_req_zone $binary_remote_addr zone=" + zone(settings, name, rate) + ":10m rate="
                        + rate(rate).orElse("") + ";\n")
                .collect(Collectors.joining());
    }

    private static String location(LimitSettings settings, String name, RateLimit limit) {
        if (settings.mode() == LimitMode.DISABLED) {
            return "# The limits are disabled.\n";
        }
        String dry = settings.mode() == LimitMode.SHADOW ? "limit_req_dry_run on;\n" : "";
        return limit.rates().stream()
                .map(rate -> "limit_req zone=" + zone(settings, name, rate) + burst(rate) + ";\n")
                .collect(Collectors.joining("", "", "limit_req_status 429;\n" + dry));
    }

    private static String burst(Rate rate) {
        return rate.amount() == 1 ? "" : " burst=" + (rate.amount() - 1) + " nodelay";
    }

    private static String zone(LimitSettings settings, String name, Rate rate) {
        return settings.policy() + "_" + name + "_" + rate.seconds();
    }

    private static Optional<String> rate(Rate rate) {
        if (rate.amount() * 60 % rate.seconds() == 0) {
            return Optional.of(rate.amount() * 60 / rate.seconds() + "r/m");
        }
        return Optional.empty();
    }
}
