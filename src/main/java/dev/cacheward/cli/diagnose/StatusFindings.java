package dev.cacheward.cli.diagnose;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.cli.diagnose.report.Found;
import dev.cacheward.status.ConditionStatus;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the operator wrote into the status of a profile. */
final class StatusFindings {
    /** They say nothing that Ready does not say. */
    private static final Set<String> ECHOES = Set.of(ConditionType.RECONCILING.wire(), ConditionType.STALLED.wire());

    private static final Set<String> PROMISES = Set.of(
            ConditionType.READY.wire(), ConditionType.REDIS_AVAILABLE.wire(), ConditionType.CONFIG_DELIVERED.wire());

    private static final String WARNING = " Warning: ";

    private StatusFindings() {}

    /**
     * Returns a finding for each thing that does not hold. Conditions with the same reason and message are one.
     *
     * @param passed whether the check of this command has passed: then what the status says of the server is over
     */
    static List<Found> of(List<Condition> conditions, Advice advice, boolean passed) {
        Map<String, Found> found = new LinkedHashMap<>();
        conditions.stream()
                .filter(condition -> !ECHOES.contains(condition.type()) && !Conditions.isTrue(condition))
                .filter(condition -> !condition.reason().equals(Reason.TOO_FEW_READS.wire()))
                .forEach(condition -> found.putIfAbsent(
                        condition.reason() + condition.message(),
                        finding(condition, advice, isOver(conditions, condition, passed))));
        List<Found> all = new ArrayList<>(found.values());
        Conditions.find(conditions, ConditionType.READY)
                .filter(ready -> Conditions.isTrue(ready) && ready.message().contains(WARNING))
                .map(ready -> ready.message().substring(ready.message().indexOf(WARNING) + WARNING.length()))
                .map(words -> new Found(Found.Severity.WARNING, "Warning", words, "", Found.Source.STATUS))
                .ifPresent(all::add);
        return all;
    }

    private static boolean isOver(List<Condition> conditions, Condition condition, boolean passed) {
        return passed
                && Conditions.find(conditions, ConditionType.REDIS_AVAILABLE)
                        .filter(available -> !Conditions.isTrue(available)
                                && available.reason().equals(condition.reason()))
                        .isPresent();
    }

    private static Found finding(Condition condition, Advice advice, boolean over) {
        if (over) {
            return new Found(
                    Found.Severity.NOTE,
                    condition.reason(),
                    "The status still says so, and the check has just passed: " + condition.message(),
                    "",
                    Found.Source.STATUS);
        }
        boolean promise = PROMISES.contains(condition.type());
        boolean progress = condition.reason().equals("Paused") || isProgress(condition);
        return new Found(
                promise && !progress ? Found.Severity.ERROR : Found.Severity.WARNING,
                condition.reason(),
                condition.message(),
                advice.on(condition.reason()),
                Found.Source.STATUS);
    }

    private static boolean isProgress(Condition condition) {
        return ConditionStatus.FALSE.wire().equals(condition.status())
                && Arrays.stream(Reason.values())
                        .anyMatch(reason -> reason.wire().equals(condition.reason()) && reason.isProgress());
    }
}
