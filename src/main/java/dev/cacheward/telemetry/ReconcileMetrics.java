package dev.cacheward.telemetry;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.OperatorException;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.api.reconciler.Constants;
import io.javaoperatorsdk.operator.api.reconciler.RetryInfo;
import io.javaoperatorsdk.operator.processing.GroupVersionKind;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Forwards the start and end of reconciliations from the operator SDK to {@link Telemetry}. The SDK may report that a resource
 * is deleted while a reconciliation of it still runs, which would register its meters again. Then the deletion is reported once
 * more at the end of the reconciliation.
 */
final class ReconcileMetrics implements Metrics {
    private enum Fate {
        THERE,
        GONE
    }

    private final Map<ResourceKey, Fate> running = new ConcurrentHashMap<>();
    private final Metrics timer;
    private final Telemetry telemetry;

    /** @param timer measures each reconciliation */
    ReconcileMetrics(Metrics timer, Telemetry telemetry) {
        this.timer = timer;
        this.telemetry = telemetry;
    }

    @Override
    public void reconciliationStarted(HasMetadata resource, Map<String, Object> metadata) {
        running.put(ResourceKey.of(resource), Fate.THERE);
        telemetry.reconcileStarted(resource);
    }

    @Override
    public void reconciliationFinished(HasMetadata resource, RetryInfo retry, Map<String, Object> metadata) {
        telemetry.reconcileEnded();
        // the resource is null if the reconciliation did not begin, since the resource was already deleted
        if (resource != null && running.remove(ResourceKey.of(resource)) == Fate.GONE) {
            telemetry.deleted(ResourceKey.of(resource));
        }
    }

    @Override
    public void cleanupDone(ResourceID id, Map<String, Object> metadata) {
        if (metadata.get(Constants.RESOURCE_GVK_KEY) instanceof GroupVersionKind type) {
            ResourceKey key = new ResourceKey(type.getKind(), id.getNamespace().orElse(""), id.getName());
            running.computeIfPresent(key, (resource, fate) -> Fate.GONE);
            telemetry.deleted(key);
        }
    }

    /**
     * Unwraps the exceptions that the timer wraps: by their type the operator SDK tells a conflict of two writers from a
     * failure.
     */
    @Override
    public <T> T timeControllerExecution(ControllerExecution<T> execution) throws Exception {
        try {
            return timer.timeControllerExecution(execution);
        } catch (OperatorException wrapped) {
            throw wrapped.getCause() instanceof Exception cause ? cause : wrapped;
        }
    }
}
