package dev.cacheward.telemetry;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

/**
 * Measures the time from the first reconciliation of a generation of a spec until it is Ready, once for each generation.
 * Outages are not measured, nor are generations that an earlier process has already put into a status. The time of a pause in
 * between is included.
 */
final class ReadyTimes implements Telemetry {
    /** Upper bounds of the histogram, in seconds. */
    private static final Duration[] BOUNDS = LongStream.of(1, 2, 5, 10, 20, 30, 60, 120, 300, 600)
            .mapToObj(Duration::ofSeconds)
            .toArray(Duration[]::new);

    private record Change(String uid, Long generation, Timer.Sample since, boolean over) {
        boolean is(HasMetadata resource) {
            return uid.equals(resource.getMetadata().getUid())
                    && generation.equals(resource.getMetadata().getGeneration());
        }
    }

    private final Map<ResourceKey, Change> changes = new ConcurrentHashMap<>();
    private final MeterRegistry registry;

    ReadyTimes(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void reconcileStarted(HasMetadata resource) {
        Long generation = resource.getMetadata().getGeneration();
        boolean told = Statuses.ready(resource)
                .filter(ready -> generation.equals(ready.observedGeneration()))
                .isPresent();
        if (!told) {
            changes.compute(
                    ResourceKey.of(resource),
                    (key, last) -> last != null && last.is(resource)
                            ? last
                            : new Change(resource.getMetadata().getUid(), generation, Timer.start(registry), false));
        }
    }

    @Override
    public void reconciled(HasMetadata resource, List<Condition> before, List<Condition> now) {
        boolean ready = Conditions.find(now, ConditionType.READY)
                .filter(Conditions::isTrue)
                .filter(condition -> resource.getMetadata().getGeneration().equals(condition.observedGeneration()))
                .isPresent();
        if (ready) {
            changes.computeIfPresent(
                    ResourceKey.of(resource),
                    (key, change) -> change.is(resource) && !change.over() ? record(key, change) : change);
        }
    }

    @Override
    public void deleted(ResourceKey resource) {
        changes.remove(resource);
    }

    private Change record(ResourceKey key, Change change) {
        change.since()
                .stop(Timer.builder("cacheward.ready")
                        .description("Time from a change of the spec until it is Ready")
                        .tag("kind", key.kind())
                        .serviceLevelObjectives(BOUNDS)
                        .register(registry));
        return new Change(change.uid(), change.generation(), change.since(), true);
    }
}
