package dev.cacheward.reconcile;

import dev.cacheward.api.v1alpha1.ResourceStatus;
import dev.cacheward.configmap.MergeCleanup;
import dev.cacheward.drift.Tries;
import dev.cacheward.kubernetes.CacheSync;
import dev.cacheward.kubernetes.CacheSync.UnsyncedCache;
import dev.cacheward.kubernetes.EventSourceChildren;
import dev.cacheward.kubernetes.ResourceAnnotations;
import dev.cacheward.status.Cause;
import dev.cacheward.status.PreviousStatus;
import dev.cacheward.telemetry.Telemetry;
import io.fabric8.kubernetes.client.CustomResource;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks what comes before a reconciliation of either kind, in this order: a deleted resource is forgotten, one that is being
 * deleted is cleaned up, a paused one gets a status only, and one whose children are not listed yet waits. Every other resource
 * is reconciled.
 *
 * @param <S> the status
 * @param <R> the resource
 */
public final class ResourceLifecycle<S extends ResourceStatus, R extends CustomResource<?, S>> {
    private final Kind<S, R> kind;
    private final ReconcileInterval interval;
    private final StatusCache<S> statuses;
    private final StatusUpdates<S, R> updates;
    private final MergeCleanup cleanup;
    private final CacheSync cacheSync;
    private final Tries tries;
    private final Telemetry telemetry;
    private final RecreatedResourceEventSource<R> recreated = new RecreatedResourceEventSource<>();

    /** @param children of the kind */
    public ResourceLifecycle(Kind<S, R> kind, ReconcilerDependencies dependencies, EventSourceChildren<R> children) {
        this.kind = kind;
        this.interval = new ReconcileInterval(dependencies.settings().reconcileInterval());
        this.statuses = new StatusCache<>(dependencies.clock(), dependencies.telemetry(), dependencies.tries());
        this.updates = new StatusUpdates<>(statuses, kind::empty);
        this.cleanup = new MergeCleanup(dependencies.client(), dependencies.clock(), dependencies.telemetry());
        this.cacheSync = new CacheSync(dependencies.client(), children);
        this.tries = dependencies.tries();
        this.telemetry = dependencies.telemetry();
    }

    /** The steps that differ between the kinds. */
    public interface Kind<S extends ResourceStatus, R extends CustomResource<?, S>> {
        /** Reconciles a resource that passed all checks. */
        Result<S> reconcile(R resource, PreviousStatus<S> before);

        /** Returns the status of a paused resource. */
        S paused(R resource, PreviousStatus<S> before);

        /** Returns the status of a resource that the operator could not reconcile. */
        S failed(R resource, PreviousStatus<S> before, Cause cause);

        /** Returns the ConfigMaps that may hold keys of a resource that is being deleted. */
        MergeCleanup.MergeTargets targets(R resource, PreviousStatus<S> before);

        /** Drops what is remembered beside the status. The resource is deleted. */
        default void forget(R resource) {}

        /** Drops what is remembered beside the status, but for what {@link #paused} needs. The resource is paused. */
        default void pause(R resource) {
            forget(resource);
        }

        /** Returns a resource without a name, in which a status is sent. */
        R empty();
    }

    /**
     * The result of a reconciliation.
     *
     * @param causes all that keeps the resource from being ready
     * @param asked the latest delay until the next reconciliation, if something other than the causes asks for one
     */
    public record Result<S>(S status, List<Cause> causes, Optional<Duration> asked) {}

    /** Returns the event source that has to be registered with the operator SDK. */
    public EventSource<?, R> events() {
        return recreated;
    }

    /** Reconciles the resource if it passes all checks. */
    public UpdateControl<R> reconcile(R resource, Context<R> context) {
        if (context.isPrimaryResourceDeleted()) {
            return deleted(resource, context);
        }
        PreviousStatus<S> before = before(resource);
        if (resource.isMarkedForDeletion()) {
            return beingDeleted(resource, before);
        }
        if (ResourceAnnotations.paused(resource)) {
            return paused(resource, before);
        }
        return cacheSync
                .unsynced(resource)
                .map(unsynced -> unsynced(resource, before, unsynced))
                .orElseGet(() -> reconciled(resource, before));
    }

    /** Handles a reconciliation that threw an exception. */
    public ErrorStatusUpdateControl<R> failure(R resource, Context<R> context, Exception unexpected) {
        return updates.failure(resource, context, unexpected, cause -> kind.failed(resource, before(resource), cause));
    }

    private PreviousStatus<S> before(R resource) {
        return new PreviousStatus<>(statuses.of(resource));
    }

    private UpdateControl<R> deleted(R resource, Context<R> context) {
        statuses.gone(resource);
        forget(resource);
        recreated.expect(resource, context.getPrimaryCache()::get);
        return UpdateControl.noUpdate();
    }

    /** When the cleanup is done, only finalizers that are not ours can still hold up the deletion. */
    private UpdateControl<R> beingDeleted(R resource, PreviousStatus<S> before) {
        Optional<Duration> again = cleanup.cleanup(resource, kind.targets(resource, before));
        return UpdateControl.<R>noUpdate().rescheduleAfter(again.orElseGet(() -> interval.next(resource, List.of())));
    }

    private UpdateControl<R> paused(R resource, PreviousStatus<S> before) {
        tries.forget(resource.getMetadata().getUid());
        kind.pause(resource);
        return updates.status(resource, Optional.of(kind.paused(resource, before)), interval.next(resource, List.of()));
    }

    private UpdateControl<R> unsynced(R resource, PreviousStatus<S> before, UnsyncedCache unsynced) {
        return updates.status(
                resource, unsynced.cause().map(cause -> kind.failed(resource, before, cause)), unsynced.again());
    }

    private void forget(R resource) {
        tries.forget(resource.getMetadata().getUid());
        kind.forget(resource);
    }

    private UpdateControl<R> reconciled(R resource, PreviousStatus<S> before) {
        String uid = resource.getMetadata().getUid();
        tries.begin(uid, resource.getMetadata().getGeneration(), ResourceAnnotations.token(resource));
        Result<S> result = kind.reconcile(resource, before);
        UpdateControl<R> update =
                updates.status(resource, Optional.of(result.status()), interval.next(resource, result.causes()));
        telemetry.contended(resource, tries.contentions(uid));
        Stream.of(result.asked(), tries.again(uid), update.getScheduleDelay().map(Duration::ofMillis))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .ifPresent(update::rescheduleAfter);
        return update;
    }
}
