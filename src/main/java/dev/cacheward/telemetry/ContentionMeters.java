package dev.cacheward.telemetry;

import dev.cacheward.drift.Contention;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** Shows how many objects of each resource others change back now. */
final class ContentionMeters implements Telemetry {
    private final ResourceGauges objects;

    ContentionMeters(MeterRegistry registry) {
        this.objects = new ResourceGauges(
                registry, "cacheward.drift.contended", "Objects of a resource that others change after each write");
    }

    @Override
    public void contended(HasMetadata resource, List<Contention> contentions) {
        objects.set(ResourceKey.of(resource), contentions.size());
    }

    @Override
    public void deleted(ResourceKey key) {
        objects.remove(key);
    }
}
