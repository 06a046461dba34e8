package dev.cacheward.telemetry;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.PurgeState;
import dev.cacheward.drift.Contention;
import dev.cacheward.status.Cause;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/**
 * Receives what the reconcilers report. Many threads call it at once, but only one at a time for each resource. An
 * implementation must not throw or block.
 */
public interface Telemetry {
    /** A reconciliation of a custom resource begins, in this thread. */
    default void reconcileStarted(HasMetadata resource) {}

    /**
     * A reconciliation has its result, which is written if it differs.
     *
     * @param before the previous conditions
     * @param now the new conditions
     */
    default void reconciled(HasMetadata resource, List<Condition> before, List<Condition> now) {}

    /** The reconciliation that began in this thread has ended, with a result or an exception. */
    default void reconcileEnded() {}

    /**
     * Keys of a resource that is being deleted stay in a ConfigMap, or were not found there. No condition can report this any
     * more.
     */
    default void keysLeft(HasMetadata resource, Cause cause) {}

    /** A custom resource is deleted. */
    default void deleted(ResourceKey resource) {}

    /**
     * A child holds what is desired.
     *
     * @param written whether this needed a write
     */
    default void applied(HasMetadata desired, boolean written) {}

    /** The API server has warned for the first time with this text about a write for a resource. */
    default void warned(HasMetadata resource, String text) {}

    /** This version of the operator writes the same spec otherwise than the one before. */
    default void respelled(HasMetadata resource, String sentence) {}

    /** The application of a profile has another password than before. */
    default void rotated(HasMetadata resource, String sentence) {}

    /** A purge of keys has come to this state, or is still in it. */
    default void purge(HasMetadata resource, PurgeState state, String sentence) {}

    /** A reconciliation has met these contentions, and no others. */
    default void contended(HasMetadata resource, List<Contention> contentions) {}

    /** The operator is about to delete a child. */
    default void removed(HasMetadata child) {}

    /** Returns one that forwards to all of these, in this order. */
    static Telemetry all(List<Telemetry> listeners) {
        return new CompositeTelemetry(listeners);
    }
}
