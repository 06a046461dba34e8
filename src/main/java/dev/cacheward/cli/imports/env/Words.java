package dev.cacheward.cli.imports.env;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of a variable's name, such as {@code CACHE}, {@code TTL} and {@code USERS}.
 *
 * @param list in upper case
 */
record Words(List<String> list) {
    static final Set<String> REDIS = Set.of("REDIS", "VALKEY", "REDISCLOUD", "REDISTOGO");
    static final Set<String> CACHE = Set.of("CACHE", "CACHES", "CACHED", "CACHING");
    static final Set<String> TIME = Set.of(
            "TTL",
            "TTLS",
            "TIMEOUT",
            "TIMEOUTS",
            "EXPIRE",
            "EXPIRES",
            "EXPIRY",
            "EXPIRATION",
            "LIFETIME",
            "DURATION",
            "MAXAGE");

    private static final Map<String, BigDecimal> UNITS = Map.ofEntries(
            Map.entry("MS", new BigDecimal("0.001")),
            Map.entry("MILLIS", new BigDecimal("0.001")),
            Map.entry("MILLISECONDS", new BigDecimal("0.001")),
            Map.entry("S", BigDecimal.ONE),
            Map.entry("SEC", BigDecimal.ONE),
            Map.entry("SECS", BigDecimal.ONE),
            Map.entry("SECOND", BigDecimal.ONE),
            Map.entry("SECONDS", BigDecimal.ONE),
            Map.entry("MIN", BigDecimal.valueOf(60)),
            Map.entry("MINS", BigDecimal.valueOf(60)),
            Map.entry("MINUTE", BigDecimal.valueOf(60)),
            Map.entry("MINUTES", BigDecimal.valueOf(60)),
            Map.entry("H", BigDecimal.valueOf(3600)),
            Map.entry("HOUR", BigDecimal.valueOf(3600)),
            Map.entry("HOURS", BigDecimal.valueOf(3600)),
            Map.entry("DAY", BigDecimal.valueOf(86_400)),
            Map.entry("DAYS", BigDecimal.valueOf(86_400)));

    Words {
        list = List.copyOf(list);
    }

    static Words of(String name) {
        String upper = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", "_")
                .replaceAll("^_|_$", "")
                .replace("RATELIMIT", "RATE_LIMIT")
                .replace("MAX_AGE", "MAXAGE")
                .replace("THROTTLING", "THROTTLE");
        return new Words(List.of(upper.split("_")));
    }

    boolean any(Set<String> words) {
        return list.stream().anyMatch(words::contains);
    }

    boolean any(String... words) {
        return any(Set.of(words));
    }

    boolean ends(String... words) {
        return Set.of(words).contains(list.get(list.size() - 1));
    }

    /** Whether two words follow each other. */
    boolean has(String first, String second) {
        for (int i = 1; i < list.size(); i++) {
            if (list.get(i - 1).equals(first) && list.get(i).equals(second)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the length of the unit at the end of the name, in seconds. */
    Optional<BigDecimal> unit() {
        return Optional.ofNullable(UNITS.get(list.get(list.size() - 1)));
    }

    /** Returns the name of the entry: what is left without those words and without the unit; {@code default} if nothing is. */
    String without(Set<String> words) {
        List<String> left = new ArrayList<>(list);
        if (unit().isPresent()) {
            left.remove(left.size() - 1);
            left.removeIf("IN"::equals);
        }
        left.removeIf(words::contains);
        return left.isEmpty() ? "default" : String.join("_", left).toLowerCase(Locale.ROOT);
    }
}
