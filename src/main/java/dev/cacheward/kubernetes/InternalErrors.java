package dev.cacheward.kubernetes;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.RetryInfo;
import java.util.Optional;

/** When the operator's own trouble becomes the resource's business. */
public final class InternalErrors {
    /** Two writers that meet, or an API server that restarts, are over after a try or two. */
    private static final int PATIENCE = 3;

    private InternalErrors() {}

    /** Present when tries keep failing. A missing permission is told in the API server's words. Any other exception's message stays in the log: it may hold addresses and request bodies. */
    public static Optional<Cause> lasting(Context<?> context, Exception failure) {
        return context.getRetryInfo()
                .map(RetryInfo::getAttemptCount)
                .filter(attempts -> attempts >= PATIENCE)
                .map(
                        attempts -> Forbidden.words(failure)
                                .map(words -> new Cause(
                                        Reason.WRITE_REFUSED,
                                        "The API server refuses what has to be done here: " + words))
                                .orElseGet(
                                        () -> new Cause(
                                                Reason.INTERNAL_ERROR,
                                                "The operator fails to look at this resource and tries again; see the operator's log.")));
    }
}
