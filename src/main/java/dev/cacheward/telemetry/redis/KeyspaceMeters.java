package dev.cacheward.telemetry.redis;

import dev.cacheward.telemetry.ResourceKey;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Shows what the last look at the keys of each profile found. The labels are bounded by the specs. */
final class KeyspaceMeters {
    private final Map<ResourceKey, List<SampledKeys>> latest = new ConcurrentHashMap<>();
    private final MultiGauge gauge;

    KeyspaceMeters(MeterRegistry registry) {
        this.gauge = MultiGauge.builder("cacheward.redis.sampled.keys")
                .description("Keys of the last sample, by whether they expire in time")
                .register(registry);
    }

    synchronized void sampled(ResourceKey profile, List<SampledKeys> found) {
        if (found.isEmpty()) {
            latest.remove(profile);
        } else {
            latest.put(profile, List.copyOf(found));
        }
        gauge.register(
                latest.entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream().flatMap(keys -> rows(entry.getKey(), keys)))
                        .toList(),
                true);
    }

    private static Stream<MultiGauge.Row<?>> rows(ResourceKey profile, SampledKeys keys) {
        Tags tags = Tags.of("namespace", profile.namespace(), "profile", profile.name(), "keyspace", keys.prefix());
        return Stream.of(
                MultiGauge.Row.of(tags.and("lifetime", "in_time"), keys.inTime()),
                MultiGauge.Row.of(tags.and("lifetime", "too_long"), keys.tooLong()),
                MultiGauge.Row.of(tags.and("lifetime", "never"), keys.never()));
    }
}
