package dev.cacheward.cacheprofile.plan;

import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.cacheprofile.model.volume.MigrationStep;
import dev.cacheward.cacheprofile.model.volume.Snapshot;
import dev.cacheward.redis.client.PersistenceInfo;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.util.Optional;

/**
 * Decides how a running server writes its data in the format of the new persistence mode, so that the following restart loses
 * no key. A server that is simply restarted in the other mode starts empty.
 */
public final class MigrationPlanner {
    /** The cause while the server is writing. */
    public static final Cause UNDER_WAY = new Cause(
            Reason.SWITCHING_PERSISTENCE,
            "The running server is writing its data in the form of the new persistence mode; the pod is replaced when"
                    + " that is done.");

    private MigrationPlanner() {}

    /** @param begun the last snapshot before the one that this migration asked for; empty if it has asked for none */
    public static MigrationStep next(PersistenceMode wanted, ServerInfo info, Optional<Snapshot> begun) {
        return wanted == PersistenceMode.APPEND_ONLY ? toAppendOnly(info.persistence()) : toSnapshot(info, begun);
    }

    private static MigrationStep toAppendOnly(PersistenceInfo running) {
        if (!running.aofEnabled()) {
            return new MigrationStep.EnableAppendOnly();
        }
        if (running.aofRewriteInProgress()) {
            return new MigrationStep.Await(UNDER_WAY);
        }
        return running.aofLastRewriteOk()
                ? new MigrationStep.Done()
                : new MigrationStep.Await(notWritten("the append-only file"));
    }

    private static MigrationStep toSnapshot(ServerInfo info, Optional<Snapshot> begun) {
        Snapshot last = Snapshot.last(info);
        Optional<Snapshot> ofThisRun = begun.filter(before -> before.runId().equals(info.runId()));
        if (ofThisRun.isEmpty()) {
            return new MigrationStep.StartSnapshot(last, Optional.empty());
        }
        if (info.persistence().bgsaveInProgress()) {
            return new MigrationStep.Await(UNDER_WAY);
        }
        return ofThisRun.get().equals(last)
                ? new MigrationStep.StartSnapshot(
                        last,
                        info.persistence().lastBgsaveOk() ? Optional.empty() : Optional.of(notWritten("the snapshot")))
                : new MigrationStep.Done();
    }

    private static Cause notWritten(String what) {
        return new Cause(
                Reason.PERSISTENCE_SWITCH_FAILED,
                "The persistence mode stays as it is: the running server could not write " + what
                        + "; check the space on the volume (persistence.size).");
    }
}
