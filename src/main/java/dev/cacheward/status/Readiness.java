package dev.cacheward.status;

import dev.cacheward.api.v1alpha1.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds the three conditions that kstatus reads: Ready, Reconciling and Stalled. */
public final class Readiness {
    private static final String PAUSED =
            "The operator is stopped by annotation cacheward.dev/paused: it writes nothing but this"
                    + " status, and all conditions but ConfigInSync are those of its last reconciliation. Remove the annotation"
                    + " to let it go on.";

    private static final String REMOVED =
            "The operator was removed, and nobody looks after this resource: what there is serves on as it is, but no change is"
                    + " delivered and nothing that breaks is put right. All other conditions are those of the last"
                    + " reconciliation. Install the operator again, and it goes on; or delete the resource.";

    private Readiness() {}

    /**
     * Returns the finding for Ready, and those for Reconciling and Stalled where they are True.
     *
     * @param against the first cause that keeps the resource from being ready; empty when it is ready
     * @param message of Ready when nothing is against it
     * @param warnings follow the message of Ready in either case
     */
    public static List<Finding> of(Optional<Cause> against, String message, Warnings warnings) {
        List<Finding> findings = new ArrayList<>();
        findings.add(against.map(cause -> new Cause(cause.reason(), warnings.behind(cause.message())))
                .map(cause -> cause.finding(ConditionType.READY))
                .orElseGet(() -> Finding.holds(ConditionType.READY, Reason.READY, warnings.behind(message))));
        against.filter(cause -> cause.reason().isProgress())
                .map(cause -> Finding.holds(ConditionType.RECONCILING, cause.reason(), cause.message()))
                .ifPresent(findings::add);
        against.filter(cause -> cause.reason().needsHuman())
                .map(cause -> Finding.holds(ConditionType.STALLED, cause.reason(), cause.message()))
                .ifPresent(findings::add);
        return findings;
    }

    /** Returns the previous conditions with Ready set to Unknown, since the reconciliation failed. */
    public static List<Condition> unknown(Cause cause, List<Condition> before, long generation, Instant now) {
        Finding ready = unknown(cause);
        return Stream.concat(
                        Conditions.merge(List.of(ready), before, generation, now).stream(),
                        before.stream().filter(condition -> !is(condition, ConditionType.READY)))
                .toList();
    }

    /**
     * Returns the previous conditions with reason Paused for Ready. Ready keeps its status and its observed generation, so that
     * an edit made during the pause does not look finished. Reconciling and Stalled are dropped: nothing is under way, and no
     * person has to act.
     *
     * @param generation for a resource that was never reconciled
     */
    public static List<Condition> paused(List<Condition> before, long generation, Instant now) {
        Optional<Condition> last = Conditions.find(before, ConditionType.READY);
        Finding ready = new Finding(
                ConditionType.READY,
                last.map(Condition::status).map(ConditionStatus::of).orElse(ConditionStatus.UNKNOWN),
                Reason.PAUSED,
                PAUSED);
        return keeping(ready, before, generation, now);
    }

    /**
     * Returns the previous conditions with Ready set to Unknown, since no operator runs any more. As in {@link #paused}, Ready keeps
     * its observed generation, and Reconciling and Stalled are dropped.
     *
     * @param generation for a resource that was never reconciled
     */
    public static List<Condition> unattended(List<Condition> before, long generation, Instant now) {
        return keeping(unknown(new Cause(Reason.OPERATOR_REMOVED, REMOVED)), before, generation, now);
    }

    private static List<Condition> keeping(Finding ready, List<Condition> before, long generation, Instant now) {
        long found = Conditions.find(before, ConditionType.READY)
                .map(Condition::observedGeneration)
                .orElse(generation);
        return Stream.concat(
                        Conditions.merge(List.of(ready), before, found, now).stream(),
                        before.stream().filter(Readiness::outlastsAPause))
                .toList();
    }

    private static Finding unknown(Cause cause) {
        return new Finding(ConditionType.READY, ConditionStatus.UNKNOWN, cause.reason(), cause.message());
    }

    private static boolean outlastsAPause(Condition condition) {
        return !is(condition, ConditionType.READY)
                && !is(condition, ConditionType.RECONCILING)
                && !is(condition, ConditionType.STALLED);
    }

    private static boolean is(Condition condition, ConditionType type) {
        return condition.type().equals(type.wire());
    }
}
