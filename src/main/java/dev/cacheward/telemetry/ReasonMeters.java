package dev.cacheward.telemetry;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Counts the results of reconciliations by the reason of Ready, and shows which resources are Ready now. */
final class ReasonMeters implements Telemetry {
    private record Resource(Gauge gauge, AtomicBoolean ready) {}

    private final Map<ResourceKey, Resource> resources = new ConcurrentHashMap<>();
    private final MeterRegistry registry;

    ReasonMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void reconciled(HasMetadata resource, List<Condition> before, List<Condition> now) {
        Conditions.find(now, ConditionType.READY).ifPresent(ready -> {
            registry.counter("cacheward.reconcile.outcomes", "kind", resource.getKind(), "reason", ready.reason())
                    .increment();
            resources
                    .computeIfAbsent(ResourceKey.of(resource), this::register)
                    .ready()
                    .set(Conditions.isTrue(ready));
        });
    }

    @Override
    public void deleted(ResourceKey key) {
        Resource resource = resources.remove(key);
        if (resource != null) {
            registry.remove(resource.gauge());
        }
    }

    private Resource register(ResourceKey key) {
        AtomicBoolean ready = new AtomicBoolean();
        Gauge gauge = Gauge.builder("cacheward.resource.ready", ready, is -> is.get() ? 1 : 0)
                .description("Whether a resource is Ready")
                .tags(Tags.of("kind", key.kind(), "namespace", key.namespace(), "name", key.name()))
                .register(registry);
        return new Resource(gauge, ready);
    }
}
