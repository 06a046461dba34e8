package dev.cacheward.telemetry;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts how often a foreign edit or deletion of a child was repaired. A write is a repair if the desired object is the same as
 * at the last reconciliation; otherwise it follows a change of what is desired.
 */
final class RepairMeters implements Telemetry {
    private record Desired(Optional<ResourceKey> owner, int hash) {}

    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<ResourceKey, Desired> last = new ConcurrentHashMap<>();
    private final MeterRegistry registry;

    RepairMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void applied(HasMetadata desired, boolean written) {
        Desired now = new Desired(
                ResourceKey.owner(desired), json.<JsonNode>valueToTree(desired).hashCode());
        Desired before = last.put(ResourceKey.of(desired), now);
        if (written && now.equals(before)) {
            Counter.builder("cacheward.drift.repaired")
                    .description("Edits and deletions by others that were corrected")
                    .tag("kind", desired.getKind())
                    .register(registry)
                    .increment();
        }
    }

    @Override
    public void removed(HasMetadata child) {
        last.remove(ResourceKey.of(child));
    }

    @Override
    public void deleted(ResourceKey resource) {
        last.values().removeIf(desired -> desired.owner().equals(Optional.of(resource)));
    }
}
