package dev.cacheward.cacheprofile.report;

import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.status.Warnings;
import java.util.List;

/** Words that a server which serves does not keep what it should. */
public final class SnapshotReport {
    private SnapshotReport() {}

    /**
     * Returns a warning if the last snapshot failed. Most servers refuse writes then, which the check tells; one with {@code
     * stop-writes-on-bgsave-error no} does not.
     */
    public static Warnings warnings(ObservedRedis redis, String pod) {
        return redis instanceof ObservedRedis.Answered answered
                        && !answered.info().persistence().lastBgsaveOk()
                ? new Warnings(List.of(
                        "Redis could not write its last snapshot: a restart would lose what was written since the"
                                + " one before. kubectl logs " + pod + " says why; check the space on the volume"
                                + " (persistence.size) and whether it can be written to."))
                : Warnings.none();
    }
}
