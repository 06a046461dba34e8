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
 * When a resource is looked at next if no event comes before. What is not well is looked at often, without an end: the answer
 * to an outage of any length comes within seconds of its end, be it by a look or by an event.
 */
public final class ReconcileInterval {
    /** What was announced is done at the next look. */
    private static final Duration AT_ONCE = Duration.ofMillis(200);

    private static final Duration WORKING = Duration.ofSeconds(1);
    private static final Duration UNWELL = Duration.ofSeconds(5);
    private static final Duration SLOWLY = Duration.ofSeconds(30);
    /** Of the interval, so that the looks at many resources do not fall together. */
    private static final int JITTER_PERCENT = 20;

    private static final Set<Reason> STEPWISE = EnumSet.of(Reason.SWITCHING_PERSISTENCE, Reason.AWAITING_DELETION);

    /** Each try is a request, and only a person or an administrator's change makes it succeed. */
    private static final Set<Reason> STANDING =
            EnumSet.of(Reason.WRITE_REFUSED, Reason.KEY_CONFLICT, Reason.TARGET_IMMUTABLE, Reason.TARGET_TOO_LARGE);

    /** Their end is an event of the pod, which brings a look at once. */
    private static final Set<Reason> WATCHED = EnumSet.of(Reason.UNSCHEDULABLE, Reason.IMAGE_PULL_FAILED);

    private final Duration quiet;

    /** @param quiet between two looks at a resource that is well */
    public ReconcileInterval(Duration quiet) {
        this.quiet = quiet;
    }

    /**
     * As soon as the most urgent trouble asks for it: one that stands must not slow down another that is over in a moment.
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
