package dev.cacheward.telemetry;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.status.Cause;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** One for many. */
record TelemetryFan(List<Telemetry> listeners) implements Telemetry {
    TelemetryFan {
        listeners = List.copyOf(listeners);
    }

    @Override
    public void begun(HasMetadata resource) {
        listeners.forEach(listener -> listener.begun(resource));
    }

    @Override
    public void looked(HasMetadata resource, List<Condition> before, List<Condition> now) {
        listeners.forEach(listener -> listener.looked(resource, before, now));
    }

    @Override
    public void ended() {
        listeners.forEach(Telemetry::ended);
    }

    @Override
    public void left(HasMetadata resource, Cause cause) {
        listeners.forEach(listener -> listener.left(resource, cause));
    }

    @Override
    public void gone(ResourceKey resource) {
        listeners.forEach(listener -> listener.gone(resource));
    }

    @Override
    public void applied(HasMetadata desired, boolean written) {
        listeners.forEach(listener -> listener.applied(desired, written));
    }

    @Override
    public void removed(HasMetadata child) {
        listeners.forEach(listener -> listener.removed(child));
    }

    @Override
    public void answered(ResourceKey profile, ServerInfo info) {
        listeners.forEach(listener -> listener.answered(profile, info));
    }
}
