package dev.cacheward.cacheprofile.report;

import dev.cacheward.cacheprofile.model.ServerDrift;
import dev.cacheward.redis.Deviation;
import dev.cacheward.status.ConditionStatus;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Finding;
import dev.cacheward.status.PreviousStatus;
import dev.cacheward.status.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says whether somebody has changed the running server. */
final class SyncFinding {
    /** How many are named at most; a message has an end. */
    private static final int MOST = 20;

    private static final String SOMEBODY =
            ". Somebody has changed the running server, or it was started with files from before an edit. ";

    private static final Map<ServerDrift.Handling, String> ENDINGS = Map.of(
            ServerDrift.Handling.PUT_RIGHT, SOMEBODY + "What its files say holds again.",
            ServerDrift.Handling.REFUSED,
                    SOMEBODY + "It is told what its files say until it takes that; Ready says why not.",
            ServerDrift.Handling.PAUSED, SOMEBODY + "It stays so while annotation cacheward.dev/paused is there.");

    private SyncFinding() {}

    /** Returns nothing for a server of which it was never said that it differs. */
    static Optional<Finding> of(ServerDrift drift, PreviousStatus<?> before) {
        if (!drift.found().isEmpty()) {
            return Optional.of(
                    new Finding(ConditionType.CONFIG_IN_SYNC, ConditionStatus.FALSE, Reason.DRIFTED, message(drift)));
        }
        return before.cause(ConditionType.CONFIG_IN_SYNC)
                .map(last -> drift.isKnown() || last.reason() == Reason.IN_SYNC
                        ? Finding.holds(
                                ConditionType.CONFIG_IN_SYNC,
                                Reason.IN_SYNC,
                                "The running server has the configuration of its files.")
                        : last.finding(ConditionType.CONFIG_IN_SYNC));
    }

    private static String message(ServerDrift drift) {
        int more = drift.found().size() - MOST;
        return drift.found().stream().limit(MOST).map(Deviation::words).collect(Collectors.joining("; "))
                + (more > 0 ? "; and " + more + " more" : "")
                + ENDINGS.getOrDefault(drift.handling(), "");
    }
}
