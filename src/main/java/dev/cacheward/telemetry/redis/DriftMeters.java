package dev.cacheward.telemetry.redis;

import dev.cacheward.redis.Deviation;
import dev.cacheward.telemetry.ResourceKey;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts what others have changed on running servers. What stays changed over several reconciliations is one change. Names and
 * values are in the conditions, not in the labels: there is no bound to them.
 */
final class DriftMeters {
    private static final String NAME = "cacheward.config.drift";

    private final Map<ResourceKey, Set<String>> last = new ConcurrentHashMap<>();
    private final MeterRegistry registry;

    DriftMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * Counts what is new. All counters are there from the first look on: the first increase of one that appears with it is lost.
     *
     * @param found empty if the server is as its files say
     */
    void drifted(ResourceKey profile, List<Deviation> found) {
        Stream.of(Deviation.Kind.values()).forEach(kind -> counter(profile, kind));
        Set<String> before = last.getOrDefault(profile, Set.of());
        found.stream()
                .filter(deviation -> !before.contains(key(deviation)))
                .forEach(deviation -> counter(profile, deviation.kind()).increment());
        if (found.isEmpty()) {
            last.remove(profile);
        } else {
            last.put(profile, found.stream().map(DriftMeters::key).collect(Collectors.toUnmodifiableSet()));
        }
    }

    void deleted(ResourceKey profile) {
        last.remove(profile);
        Stream.of(Deviation.Kind.values())
                .flatMap(kind -> registry.find(NAME).tags(tags(profile, kind)).counters().stream())
                .toList()
                .forEach(registry::remove);
    }

    private Counter counter(ResourceKey profile, Deviation.Kind kind) {
        return Counter.builder(NAME)
                .description("Changes by others on a running server")
                .tags(tags(profile, kind))
                .register(registry);
    }

    private static Tags tags(ResourceKey profile, Deviation.Kind kind) {
        return Tags.of(
                "namespace",
                profile.namespace(),
                "profile",
                profile.name(),
                "kind",
                kind.name().toLowerCase(Locale.ROOT));
    }

    private static String key(Deviation deviation) {
        return deviation.kind() + " " + deviation.name();
    }
}
