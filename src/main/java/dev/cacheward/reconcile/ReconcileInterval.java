package dev.cacheward.reconcile;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Says when a resource is reconciled next if no event comes before. A resource that is not ready is reconciled often and
 * without an end to it, so that the operator notices the end of an outage within seconds, however long it lasted.
 */
final class ReconcileInterval {
    /** The status names a ConfigMap first, and the next reconciliation writes to it. */
    private static final Duration AT_ONCE = Duration.ofMillis(200);

    private static final Duration WORKING = Duration.ofSeconds(1);
    private static final Duration UNWELL = Duration.ofSeconds(5);
    private static final Duration SLOWLY = Duration.ofSeconds(30);
    /** In percent of the interval, so that the reconciliations of many resources do not coincide. */
    private static final int JITTER_PERCENT = 20;

    private static final Set<Reason> STEPWISE =
            EnumSet.of(Reason.SWITCHING_PERSISTENCE, Reason.ROLLING, Reason.AWAITING_DELETION);

    /** Each attempt is a request, and only a person can make it succeed. */
    private static final Set<Reason> STANDING = EnumSet.of(
            Reason.WRITE_REFUSED,
            Reason.WARM_ROLL_REFUSED,
            Reason.CONTESTED,
            Reason.KEY_CONFLICT,
            Reason.TARGET_IMMUTABLE,
            Reason.TARGET_TOO_LARGE);

    /** When these end, an event of the pod starts a reconciliation at once. */
    private static final Set<Reason> WATCHED = EnumSet.of(
            Reason.UNSCHEDULABLE, Reason.IMAGE_PULL_FAILED, Reason.RESIZE_DEFERRED, Reason.RESIZE_INFEASIBLE);

    private final Duration quiet;

    /** @param quiet the time between two reconciliations of a resource that is ready */
    public ReconcileInterval(Duration quiet) {
        this.quiet = quiet;
    }

    /**
     * Returns the shortest delay that a cause asks for: a lasting cause must not slow down another that is over in a moment.
     *
     * @param causes all that keeps the resource from being ready
     */
    public Duration next(HasMetadata resource, List<Cause> causes) {
        Duration well = quiet.minus(quiet.multipliedBy(jitter(resource)).dividedBy(100));
        return causes.stream()
                .map(Cause::reason)
                .filter(reason -> reason != Reason.INVALID_SPEC)
                .map(ReconcileInterval::after)
                .min(Comparator.naturalOrder())
                .orElse(well);
    }

    private static Duration after(Reason reason) {
        if (reason == Reason.DELIVERING) {
            return AT_ONCE;
        }
        if (STANDING.contains(reason) || WATCHED.contains(reason)) {
            return SLOWLY;
        }
        return STEPWISE.contains(reason) ? WORKING : UNWELL;
    }

    private static int jitter(HasMetadata resource) {
        return Math.floorMod(resource.getMetadata().getUid().hashCode(), JITTER_PERCENT);
    }
}
