package dev.cacheward.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One number for each resource, which is shown until the resource is deleted. */
final class ResourceGauges {
    private record Shown(Gauge gauge, AtomicInteger number) {}

    private final Map<ResourceKey, Shown> resources = new ConcurrentHashMap<>();
    private final MeterRegistry registry;
    private final String name;
    private final String description;

    ResourceGauges(MeterRegistry registry, String name, String description) {
        this.registry = registry;
        this.name = name;
        this.description = description;
    }

    void set(ResourceKey key, int number) {
        resources.computeIfAbsent(key, this::register).number().set(number);
    }

    void remove(ResourceKey key) {
        Shown shown = resources.remove(key);
        if (shown != null) {
            registry.remove(shown.gauge());
        }
    }

    private Shown register(ResourceKey key) {
        AtomicInteger number = new AtomicInteger();
        Gauge gauge = Gauge.builder(name, number, AtomicInteger::get)
                .description(description)
                .tags(Tags.of("kind", key.kind(), "namespace", key.namespace(), "name", key.name()))
                .register(registry);
        return new Shown(gauge, number);
    }
}
