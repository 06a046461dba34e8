package dev.cacheward.telemetry;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.status.ConditionStatus;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The conditions of health as numbers. One that is unknown, or not there, has none. */
final class HealthMeters implements Telemetry {
    private static final List<ConditionType> TYPES =
            Stream.of(ConditionType.values()).filter(ConditionType::isHealth).toList();

    private final Map<Which, Shown> shown = new ConcurrentHashMap<>();
    private final MeterRegistry registry;

    HealthMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Which(ResourceKey profile, ConditionType type) {}

    /** @param gauge holds its number strongly */
    private record Shown(Condition condition, Gauge gauge) {
        boolean shows(Condition now) {
            return condition.status().equals(now.status()) && condition.reason().equals(now.reason());
        }
    }

    @Override
    public void reconciled(HasMetadata resource, List<Condition> before, List<Condition> now) {
        ResourceKey profile = ResourceKey.of(resource);
        TYPES.forEach(type -> show(new Which(profile, type), known(now, type)));
    }

    @Override
    public void deleted(ResourceKey resource) {
        TYPES.forEach(type -> show(new Which(resource, type), Optional.empty()));
    }

    private void show(Which which, Optional<Condition> now) {
        Shown last = shown.get(which);
        if (last != null && now.filter(last::shows).isEmpty()) {
            shown.remove(which);
            registry.remove(last.gauge());
        }
        now.ifPresent(condition -> shown.computeIfAbsent(which, key -> new Shown(condition, gauge(key, condition))));
    }

    private Gauge gauge(Which which, Condition condition) {
        int value = Conditions.isTrue(condition) ? 1 : 0;
        return Gauge.builder("cacheward.profile.healthy", () -> value)
                .description("Whether a condition of health is True")
                .strongReference(true)
                .tags(Tags.of(
                        "namespace",
                        which.profile().namespace(),
                        "profile",
                        which.profile().name(),
                        "condition",
                        which.type().wire(),
                        "reason",
                        condition.reason()))
                .register(registry);
    }

    private static Optional<Condition> known(List<Condition> now, ConditionType type) {
        return Conditions.find(now, type)
                .filter(condition -> !ConditionStatus.UNKNOWN.wire().equals(condition.status()));
    }
}
