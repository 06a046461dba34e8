package dev.cacheward.cacheprofile.plan;

import dev.cacheward.status.Warnings;
import dev.cacheward.validation.Quote;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Knows the variables that Kubernetes makes of a Service for every pod of its namespace, and that applications read as their
 * own. Of a Service {@code cache-redis} it makes {@code CACHE_REDIS_PORT=tcp://10.96.0.1:6379}. A headless Service makes none.
 */
final class ServiceVariables {
    /** Who reads {@code <NAME>_REDIS_PORT} as a number, by the name of the profile. */
    private static final Map<String, String> READERS = Map.of(
            "cache", "Flask-Caching and Mastodon",
            "quarkus", "Quarkus",
            "queue-bull", "n8n",
            "sentry", "Sentry",
            "sidekiq", "Mastodon",
            "spring", "Spring Boot 2",
            "spring-data", "Spring Boot");

    private ServiceVariables() {}

    /** Returns a warning if the name of a profile leads to such a variable. */
    static Warnings warnings(String profile, String service) {
        return Optional.ofNullable(READERS.get(profile))
                .map(readers -> new Warnings(List.of("Kubernetes sets " + variable(service)
                        + "=tcp://... in every pod of this namespace because of Service " + Quote.whole(service)
                        + ", and "
                        + readers + " would read it as a number. Set enableServiceLinks: false in the pods, or give the"
                        + " profile another name.")))
                .orElseGet(Warnings::none);
    }

    private static String variable(String service) {
        return service.toUpperCase(Locale.ROOT).replace('-', '_') + "_PORT";
    }
}
