package dev.cacheward.telemetry;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.PurgeState;
import dev.cacheward.drift.Contention;
import dev.cacheward.status.Cause;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** Forwards to several listeners, in their order. */
record CompositeTelemetry(List<Telemetry> listeners) implements Telemetry {
    CompositeTelemetry {
        listeners = List.copyOf(listeners);
    }

    @Override
    public void reconcileStarted(HasMetadata resource) {
        listeners.forEach(listener -> listener.reconcileStarted(resource));
    }

    @Override
    public void reconciled(HasMetadata resource, List<Condition> before, List<Condition> now) {
        listeners.forEach(listener -> listener.reconciled(resource, before, now));
    }

    @Override
    public void reconcileEnded() {
        listeners.forEach(Telemetry::reconcileEnded);
    }

    @Override
    public void keysLeft(HasMetadata resource, Cause cause) {
        listeners.forEach(listener -> listener.keysLeft(resource, cause));
    }

    @Override
    public void deleted(ResourceKey resource) {
        listeners.forEach(listener -> listener.deleted(resource));
    }

    @Override
    public void applied(HasMetadata desired, boolean written) {
        listeners.forEach(listener -> listener.applied(desired, written));
    }

    @Override
    public void warned(HasMetadata resource, String text) {
        listeners.forEach(listener -> listener.warned(resource, text));
    }

    @Override
    public void respelled(HasMetadata resource, String sentence) {
        listeners.forEach(listener -> listener.respelled(resource, sentence));
    }

    @Override
    public void rotated(HasMetadata resource, String sentence) {
        listeners.forEach(listener -> listener.rotated(resource, sentence));
    }

    @Override
    public void purge(HasMetadata resource, PurgeState state, String sentence) {
        listeners.forEach(listener -> listener.purge(resource, state, sentence));
    }

    @Override
    public void contended(HasMetadata resource, List<Contention> contentions) {
        listeners.forEach(listener -> listener.contended(resource, contentions));
    }

    @Override
    public void removed(HasMetadata child) {
        listeners.forEach(listener -> listener.removed(child));
    }
}
