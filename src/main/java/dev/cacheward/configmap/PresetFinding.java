package dev.cacheward.configmap;

import dev.cacheward.delivery.PresetReport;
import dev.cacheward.status.Cause;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Finding;
import dev.cacheward.status.Reason;
import java.util.Optional;

/** The condition that says what presets leave out. It is a warning and no part of Ready, since the rest is delivered. */
public final class PresetFinding {
    private PresetFinding() {}

    /** Returns the condition; empty without a preset. */
    public static Optional<Finding> of(PresetReport report) {
        if (!report.used()) {
            return Optional.empty();
        }
        return Optional.of(
                report.shortfalls().isEmpty()
                        ? Finding.holds(
                                ConditionType.PRESET_COMPLETE,
                                Reason.ALL_EXPRESSED,
                                "The presets express everything that the spec says.")
                        : new Cause(Reason.NOT_EXPRESSIBLE, String.join(" ", report.shortfalls()))
                                .finding(ConditionType.PRESET_COMPLETE));
    }
}
