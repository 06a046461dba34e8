package dev.cacheward.cluster.rig;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Reason;
import java.util.List;
import java.util.Optional;

/** A condition counts only where it was found for the generation that the resource has now. */
record ExpectedCondition(ConditionType type, String status, Reason reason) {
    /** @param conditions null before the first reconciliation */
    void assertMet(String resource, Long generation, List<Condition> conditions) {
        Optional<Condition> found = Conditions.find(conditions == null ? List.of() : conditions, type)
                .filter(c -> c.status().equals(status))
                .filter(c -> c.reason().equals(reason.wire()))
                .filter(c -> generation.equals(c.observedGeneration()));
        if (found.isEmpty()) {
            throw new AssertionError(resource + ", generation " + generation + ", lacks " + this + ": " + conditions);
        }
    }
}
