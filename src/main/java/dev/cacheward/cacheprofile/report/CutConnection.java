package dev.cacheward.cacheprofile.report;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.Optional;

/** Says why the operator gets no connection to a pod whose own probe passes. */
public final class CutConnection {
    private static final String BETWEEN =
            "If that lasts, look at what lies between them: a service mesh that asks for mTLS, its authorization rules, network"
                    + " policies.";

    private static final Cause REFUSED = new Cause(
            Reason.CONNECTION_REFUSED,
            "The pod is ready by its own probe, but the operator's connection to it is refused or cut. " + BETWEEN);

    private CutConnection() {}

    /** Returns what to tell instead of the cause; empty if the connection is not the trouble. */
    public static Optional<Cause> of(Pod pod, Cause cause, Instant now) {
        return switch (cause.reason()) {
            case CONNECTION_REFUSED ->
                PodDiagnosis.couldNotAppendLately(pod, now).or(() -> Optional.of(REFUSED));
            case CONNECTION_CLOSED ->
                PodDiagnosis.couldNotAppendLately(pod, now).or(() -> Optional.of(closed(cause)));
            default -> Optional.empty();
        };
    }

    private static Cause closed(Cause cause) {
        return new Cause(cause.reason(), cause.message() + " The pod is ready by its own probe. " + BETWEEN);
    }
}
