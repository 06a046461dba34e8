package dev.cacheward.telemetry;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.status.Cause;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/**
 * What the reconcilers tell of their work. Called by many threads at once, by one at a time for each resource; whoever listens
 * throws nothing and does not make them wait.
 */
public interface Telemetry {
    /** A reconciliation of a custom resource begins, in this thread. */
    default void reconcileStarted(HasMetadata resource) {}

    /**
     * A reconciliation came to its result, which is written if it differs.
     *
     * @param before what the resource said until now
     * @param now what it says from now on
     */
    default void reconciled(HasMetadata resource, List<Condition> before, List<Condition> now) {}

    /** The reconciliation that began in this thread has ended, with a result or an exception. */
    default void reconcileEnded() {}

    /** A custom resource is deleted, and this became of its keys in a ConfigMap not owned by us; no condition tells it. */
    default void keysLeft(HasMetadata resource, Cause cause) {}

    /** A custom resource is gone. */
    default void deleted(ResourceKey resource) {}

    /**
     * A child holds what is desired.
     *
     * @param written whether that needed a write
     */
    default void applied(HasMetadata desired, boolean written) {}

    /** The operator itself removes a child. */
    default void removed(HasMetadata child) {}

    /** Tells all of them, in this order. */
    static Telemetry all(List<Telemetry> listeners) {
        return new CompositeTelemetry(listeners);
    }
}
