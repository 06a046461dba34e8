package dev.cacheward.reconcile;

import dev.cacheward.kubernetes.ApiRefusal;
import dev.cacheward.kubernetes.NoAnswer;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.RetryInfo;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.Optional;

/** Decides when an unforeseen error of a reconciliation is reported in the status of the resource. */
final class InternalErrors {
    /** In attempts. A conflict of two writers or a restart of the API server is over after one or two. */
    private static final int PATIENCE = 3;

    private static final Cause UNKNOWN = new Cause(
            Reason.INTERNAL_ERROR,
            "The operator fails to reconcile this resource and tries again; see the operator's log.");

    private InternalErrors() {}

    /**
     * Whether the resource was deleted during its reconciliation, so that the failure does not matter. Then there must be no
     * retry: the operator SDK loses the deletion when it retries a failed reconciliation, and the resource would never be
     * forgotten.
     */
    public static <R extends HasMetadata> boolean moot(R resource, Context<R> context) {
        return context.getPrimaryCache().get(ResourceID.fromResource(resource)).isEmpty();
    }

    /**
     * Returns the cause once three attempts have failed. For a missing permission and for a failure of the API server itself it
     * quotes the API server, and for a request without an answer it names the object. The message of any other exception stays
     * in the log, since it may hold addresses and request bodies.
     */
    public static Optional<Cause> lasting(Context<?> context, Exception failure) {
        return context.getRetryInfo()
                .map(RetryInfo::getAttemptCount)
                .filter(attempts -> attempts >= PATIENCE)
                .map(attempts -> cause(failure));
    }

    static Cause cause(Exception failure) {
        return ApiRefusal.forbidden(failure)
                .map(words -> refused("refuses", words))
                .or(() -> ApiRefusal.failing(failure).map(words -> refused("fails at", words)))
                .or(() -> NoAnswer.of(failure).map(InternalErrors::unanswered))
                .orElse(UNKNOWN);
    }

    private static Cause unanswered(NoAnswer silence) {
        return new Cause(
                Reason.WRITE_REFUSED,
                "The API server gives no answer to a request for " + silence.object() + ": " + silence.why()
                        + ". It may wait for an admission webhook that gives none. The operator tries again.");
    }

    private static Cause refused(String how, String words) {
        return new Cause(Reason.WRITE_REFUSED, "The API server " + how + " what has to be done here: " + words);
    }
}
