package dev.cacheward.status;

import dev.cacheward.api.v1alpha1.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The three conditions that kstatus reads, of both kinds. */
public final class Readiness {
    private Readiness() {}

    /**
     * Ready, and what goes with it.
     *
     * @param against the first thing that keeps the resource from being ready
     * @param message of Ready when nothing does
     */
    public static List<Finding> of(Optional<Cause> against, String message) {
        List<Finding> findings = new ArrayList<>();
        findings.add(against.map(cause -> cause.against(ConditionType.READY))
                .orElseGet(() -> new Finding(ConditionType.READY, Truth.TRUE, Reason.READY, message)));
        against.filter(cause -> cause.reason().isProgress())
                .map(cause -> new Finding(ConditionType.RECONCILING, Truth.TRUE, cause.reason(), cause.message()))
                .ifPresent(findings::add);
        against.filter(cause -> cause.reason().needsHuman())
                .map(cause -> new Finding(ConditionType.STALLED, Truth.TRUE, cause.reason(), cause.message()))
                .ifPresent(findings::add);
        return findings;
    }

    /** The conditions before, but Ready is Unknown: the operator could not look. */
    public static List<Condition> unknown(Cause cause, List<Condition> before, long generation, Instant now) {
        List<Finding> ready = List.of(new Finding(ConditionType.READY, Truth.UNKNOWN, cause.reason(), cause.message()));
        return Stream.concat(
                        Conditions.merge(ready, before, generation, now).stream(),
                        before.stream().filter(condition -> !condition.type().equals(ConditionType.READY.wire())))
                .toList();
    }
}
