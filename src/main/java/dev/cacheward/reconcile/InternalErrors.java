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

/** When the operator's own trouble becomes the resource's business. */
public final class InternalErrors {
    /** Two writers that meet, or an API server that restarts, are over after a try or two. */
    private static final int PATIENCE = 3;

    private static final Cause UNKNOWN = new Cause(
            Reason.INTERNAL_ERROR,
            "The operator fails to reconcile this resource and tries again; see the operator's log.");

    private InternalErrors() {}

    /**
     * Whether the resource was deleted while it was looked at, which makes the failure nobody's business. Then there must be no
     * retry: the operator SDK loses the deletion when a failed look is to be repeated, and the resource is never forgotten.
     */
    public static <R extends HasMetadata> boolean moot(R resource, Context<R> context) {
        return context.getPrimaryCache().get(ResourceID.fromResource(resource)).isEmpty();
    }

    /**
     * Present when tries keep failing. A missing permission, and what the API server itself fails at, are told in its words, and of a
     * request without an answer what it was for; any other exception's message stays in the log, since it may hold addresses and
     * request bodies.
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
