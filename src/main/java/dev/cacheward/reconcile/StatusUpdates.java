package dev.cacheward.reconcile;

import dev.cacheward.api.v1alpha1.ResourceStatus;
import dev.cacheward.kubernetes.ApiRefusal;
import dev.cacheward.status.Cause;
import io.fabric8.kubernetes.client.CustomResource;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes what a reconciliation returns to the operator SDK: the status if it has changed, and when the next reconciliation is
 * due.
 *
 * @param <S> the status
 * @param <R> the resource
 */
final class StatusUpdates<S extends ResourceStatus, R extends CustomResource<?, S>> {
    private final StatusCache<S> statuses;
    private final Supplier<R> fresh;

    /** @param fresh makes an empty resource, in which a status is sent */
    public StatusUpdates(StatusCache<S> statuses, Supplier<R> fresh) {
        this.statuses = statuses;
        this.fresh = fresh;
    }

    /** @param status empty if the reconciliation learnt nothing to report */
    public UpdateControl<R> status(R resource, Optional<S> status, Duration next) {
        return status.flatMap(now -> statuses.patch(resource, now, fresh))
                .map(UpdateControl::patchStatus)
                .orElseGet(UpdateControl::noUpdate)
                .rescheduleAfter(next);
    }

    /**
     * Handles a failed reconciliation. No status is written for an error that may be over after one or two attempts, for a
     * deleted resource, and if the status write itself is what fails.
     *
     * @param failed makes the status for a cause
     */
    public ErrorStatusUpdateControl<R> failure(
            R resource, Context<R> context, Exception unexpected, Function<Cause, S> failed) {
        boolean statusRefused = statuses.failed(resource, ApiRefusal.lasting(unexpected));
        if (InternalErrors.moot(resource, context)) {
            return ErrorStatusUpdateControl.<R>noStatusUpdate().withNoRetry();
        }
        if (statusRefused) {
            return ErrorStatusUpdateControl.noStatusUpdate();
        }
        return InternalErrors.lasting(context, unexpected)
                .map(failed)
                .flatMap(status -> statuses.patch(resource, status, fresh))
                .map(ErrorStatusUpdateControl::patchStatus)
                .orElseGet(ErrorStatusUpdateControl::noStatusUpdate);
    }
}
