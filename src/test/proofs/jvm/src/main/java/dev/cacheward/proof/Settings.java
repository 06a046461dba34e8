package dev.cacheward.proof;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The settings behind the cases, as the tests of the presets write them. */
final class Settings {
    static final long NEVER = -1;

    private static final Rate HOURLY = new Rate(120, 3600);
    private static final Rate MINUTELY = new Rate(20, 60);

    private Settings() {}

    /** So many requests in so many seconds. */
    record Rate(int amount, long seconds) {
        /** What a bucket of this rate gets back while so much time passes. */
        long refilled(long passed) {
            return passed * amount / seconds;
        }
    }

    static Map<String, List<Rate>> limits(String name) {
        return new TreeMap<>(
                switch (name) {
                    case "plain", "shadow", "disabled" ->
                        Map.of("default", List.of(HOURLY), "query", List.of(MINUTELY));
                    case "multiples" -> Map.of("default", List.of(HOURLY), "query", List.of(new Rate(5, 120)));
                    case "tight" -> Map.of("query", List.of(MINUTELY, new Rate(10, 3600)));
                    case "long" -> Map.of("query", List.of(new Rate(20, 2_592_000)));
                    case "several" ->
                        Map.of(
                                "default", List.of(HOURLY),
                                "query", List.of(MINUTELY, new Rate(300, 3600)),
                                "upload_file", List.of(new Rate(50, 86_400)));
                    default -> throw new IllegalArgumentException("there is no check for this case");
                });
    }

    /** The rate of a limit that must have been refused if it had more. */
    static Rate only(List<Rate> rates) {
        if (rates.size() != 1) {
            throw new IllegalArgumentException(
                    "a limit of " + rates.size() + " rates is delivered, it should be refused");
        }
        return rates.get(0);
    }

    static boolean limited(String name) {
        return !Set.of("shadow", "disabled").contains(name);
    }

    /** Seconds, by cache. */
    static Map<String, Long> ttls(String name) {
        return new TreeMap<>(
                switch (name) {
                    case "plain", "off" -> Map.of("default", 3600L, "users_list", 5400L, "page", 60L);
                    case "never" -> Map.of("users_list", 300L, "models", NEVER);
                    default -> throw new IllegalArgumentException("there is no check for this case");
                });
    }
}
