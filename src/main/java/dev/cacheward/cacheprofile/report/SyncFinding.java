package dev.cacheward.cacheprofile.report;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.status.ConditionStatus;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Finding;
import dev.cacheward.status.Reason;
import java.util.List;
import java.util.Optional;

/** Says whether somebody has changed the configuration of the running server. */
final class SyncFinding {
    private static final String AGAIN = ". Somebody has changed the running server. What its files say holds again.";

    private SyncFinding() {}

    /** Returns nothing for a server of which it was never said that it differs. */
    static Optional<Finding> of(List<String> drift, List<Condition> before) {
        if (!drift.isEmpty()) {
            return Optional.of(new Finding(
                    ConditionType.CONFIG_IN_SYNC,
                    ConditionStatus.FALSE,
                    Reason.DRIFTED,
                    String.join("; ", drift) + AGAIN));
        }
        return Conditions.find(before, ConditionType.CONFIG_IN_SYNC)
                .map(earlier -> Finding.holds(
                        ConditionType.CONFIG_IN_SYNC,
                        Reason.IN_SYNC,
                        "The running server has the configuration of its files."));
    }
}
