package dev.cacheward.cacheprofile.report.health;

import dev.cacheward.redis.client.PersistenceInfo;
import dev.cacheward.status.Cause;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Finding;
import dev.cacheward.status.Reason;
import java.util.Optional;

/**
 * Says whether the server writes its data to its volume. Most servers refuse writes when they cannot, which the check tells; one with
 * {@code stop-writes-on-bgsave-error no}, or whose append-only file cannot be rewritten, does not. It is well again when two looks that
 * are a minute apart find no failure.
 */
final class PersistenceHealth {
    private static final Finding PERSISTED = Finding.holds(
            ConditionType.PERSISTENCE_HEALTHY, Reason.PERSISTED, "The server writes its data to its volume.");

    private PersistenceHealth() {}

    static Finding of(Sample sample, Readings readings, Optional<Finding> before) {
        PersistenceInfo now = sample.info().persistence();
        if (!now.lastWriteOk()) {
            return failing(failed(now), sample.server());
        }
        if (readings.window()
                .filter(window -> window.signs().contains(Sign.UNSAVED))
                .isPresent()) {
            return failing(
                    "There are changes, but Redis has finished no snapshot for more than an hour: a restart would lose them.",
                    sample.server());
        }
        return before.filter(last -> last.reason() == Reason.PERSISTENCE_FAILING)
                .filter(last -> !readings.areFreeOf(Sign.WRITE_FAILED, Sign.UNSAVED))
                .orElse(PERSISTED);
    }

    private static String failed(PersistenceInfo now) {
        if (!now.aofEnabled()) {
            return "Redis could not write its last snapshot: a restart would lose what was written since the one before.";
        }
        return now.aofLastWriteOk()
                ? "Redis could not rewrite its append-only file, which grows until the volume is full."
                : "Redis could not write to its append-only file: a restart would lose what is not in it.";
    }

    private static Finding failing(String what, String pod) {
        return new Cause(
                        Reason.PERSISTENCE_FAILING,
                        what + " kubectl logs " + pod + " says why; check the space on the volume"
                                + " (redis.managed.persistence.size) and whether it can be written to.")
                .finding(ConditionType.PERSISTENCE_HEALTHY);
    }
}
