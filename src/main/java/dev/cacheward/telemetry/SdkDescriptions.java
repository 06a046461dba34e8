package dev.cacheward.telemetry;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says what each number of the operator SDK is, since the SDK gives its meters no descriptions. */
final class SdkDescriptions implements MeterFilter {
    private static final String PREFIX = "operator.sdk.";

    private static final String OTHER = "Counted by the operator SDK";

    /** By the end of the name, or by a part of it that the name of a controller follows. The first that fits counts. */
    private static final Map<String, String> DESCRIPTIONS = descriptions();

    @Override
    public Meter.Id map(Meter.Id id) {
        boolean silent = id.getDescription() == null || id.getDescription().isBlank();
        return silent && id.getName().startsWith(PREFIX) ? described(id) : id;
    }

    private static Meter.Id described(Meter.Id id) {
        String name = id.getName().substring(PREFIX.length());
        String description = DESCRIPTIONS.entrySet().stream()
                .filter(each -> name.startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(OTHER);
        return new Meter.Id(id.getName(), Tags.of(id.getTags()), id.getBaseUnit(), description, id.getType());
    }

    private static Map<String, String> descriptions() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("events.received", "Events of watched objects that were received");
        texts.put("events.delete", "Deletions of resources that were received");
        texts.put("reconciliations.started", "Reconciliations that began");
        texts.put("reconciliations.success", "Reconciliations that ended without an exception");
        texts.put("reconciliations.failed", "Reconciliations that ended with an exception, and are tried again");
        texts.put("reconciliations.executions.", "Reconciliations of this kind that run now");
        texts.put("reconciliations.queue.size.", "Resources of this kind that wait to be reconciled");
        texts.put(
                "controllers.execution.reconcile.success",
                "Reconciliations that ended without an exception, by their type");
        texts.put(
                "controllers.execution.reconcile.failure", "Reconciliations that ended with an exception, by its type");
        texts.put("controllers.execution.reconcile", "Time that reconciliations took");
        texts.put(
                "controllers.execution.cleanup.success",
                "Cleanups of deleted resources that ended without an exception");
        texts.put(
                "controllers.execution.cleanup.failure", "Cleanups of deleted resources that ended with an exception");
        texts.put("controllers.execution.cleanup", "Time that cleanups of deleted resources took");
        return texts;
    }
}
