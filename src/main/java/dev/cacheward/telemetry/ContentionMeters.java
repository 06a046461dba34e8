package dev.cacheward.telemetry;

import dev.cacheward.drift.Contention;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Shows how many objects of each resource others change back now. A resource without any has no series. */
final class ContentionMeters implements Telemetry {
    private record Resource(Gauge gauge, AtomicInteger objects) {}

    private final Map<ResourceKey, Resource> resources = new ConcurrentHashMap<>();
    private final MeterRegistry registry;

    ContentionMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void contended(HasMetadata resource, List<Contention> contentions) {
        ResourceKey key = ResourceKey.of(resource);
        if (contentions.isEmpty()) {
            deleted(key);
        } else {
            resources.computeIfAbsent(key, this::register).objects().set(contentions.size());
        }
    }

    @Override
    public void deleted(ResourceKey key) {
        Resource resource = resources.remove(key);
        if (resource != null) {
            registry.remove(resource.gauge());
        }
    }

    private Resource register(ResourceKey key) {
        AtomicInteger objects = new AtomicInteger();
        Gauge gauge = Gauge.builder("cacheward.drift.contended", objects, AtomicInteger::get)
                .description("Objects of a resource that others change after each write")
                .tags(Tags.of("kind", key.kind(), "namespace", key.namespace(), "name", key.name()))
                .register(registry);
        return new Resource(gauge, objects);
    }
}
