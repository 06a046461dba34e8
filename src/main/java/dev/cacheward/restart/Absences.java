package dev.cacheward.restart;

import dev.cacheward.delivery.RestartPlan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers when the values of a resource were complete, and when they were put back. After a start of the operator it is
 * unknown since when missing values are away, and then every pod may have missed them.
 */
final class Absences {
    /** By then the nodes have reported the pods that started before. */
    private static final Duration REPORTED = Duration.ofSeconds(5);

    private final Map<String, Instant> complete = new ConcurrentHashMap<>();
    private final Map<String, Absence> unjudged = new ConcurrentHashMap<>();
    private final Clock clock;

    Absences(Clock clock) {
        this.clock = clock;
    }

    /**
     * Notes the result of a reconciliation.
     *
     * @param uid of the resource
     * @param looked when the reconciliation began
     */
    void note(String uid, RestartPlan plan, Instant looked) {
        if (plan.returned()) {
            Absence absence = new Absence(complete.getOrDefault(uid, Instant.MIN), clock.instant());
            unjudged.merge(uid, absence, Absence::and);
        }
        if (!plan.workloads().isEmpty()) {
            complete.put(uid, looked);
        }
    }

    /** Returns the absence of which the pods can be judged now. */
    Optional<Absence> toJudge(String uid) {
        return waiting(uid).isPresent() ? Optional.empty() : Optional.ofNullable(unjudged.get(uid));
    }

    /** Returns how long it takes until pods can be judged; empty if nothing is waited for. */
    Optional<Duration> waiting(String uid) {
        Instant now = clock.instant();
        return Optional.ofNullable(unjudged.get(uid))
                .map(absence -> absence.until().plus(REPORTED))
                .filter(until -> until.isAfter(now))
                .map(until -> Duration.between(now, until));
    }

    /** Drops an absence for which all workloads are as they should be. */
    void judged(String uid, Absence absence) {
        unjudged.remove(uid, absence);
    }

    /** Drops what is known of a resource. */
    void forget(String uid) {
        complete.remove(uid);
        unjudged.remove(uid);
    }
}
