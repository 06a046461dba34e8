package dev.cacheward.telemetry;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** Counts the results of reconciliations by the reason of Ready, and shows which resources are Ready now. */
final class ReasonMeters implements Telemetry {
    private final ResourceGauges readiness;
    private final MeterRegistry registry;

    ReasonMeters(MeterRegistry registry) {
        this.registry = registry;
        this.readiness = new ResourceGauges(registry, "cacheward.resource.ready", "Whether a resource is Ready");
    }

    @Override
    public void reconciled(HasMetadata resource, List<Condition> before, List<Condition> now) {
        Conditions.find(now, ConditionType.READY).ifPresent(ready -> {
            Counter.builder("cacheward.reconcile.outcomes")
                    .description("Reconciliations, by the reason of Ready that they ended with")
                    .tags("kind", resource.getKind(), "reason", ready.reason())
                    .register(registry)
                    .increment();
            readiness.set(ResourceKey.of(resource), Conditions.isTrue(ready) ? 1 : 0);
        });
    }

    @Override
    public void deleted(ResourceKey key) {
        readiness.remove(key);
    }
}
