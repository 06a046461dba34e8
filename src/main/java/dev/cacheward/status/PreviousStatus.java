package dev.cacheward.status;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.ResourceStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the status said before this reconciliation.
 *
 * @param status empty before the first one
 */
public record PreviousStatus<S extends ResourceStatus>(Optional<S> status) {
    private static final Set<String> NAME_CONFLICTS =
            Set.of(Reason.NAME_CONFLICT.wire(), Reason.AWAITING_DELETION.wire());

    /** The generation that it speaks of; -1 before the first reconciliation. */
    public long observedGeneration() {
        return status.map(ResourceStatus::observedGeneration).orElse(-1L);
    }

    /** All conditions; empty before the first reconciliation. */
    public List<Condition> conditions() {
        return status.map(ResourceStatus::conditions).orElse(List.of());
    }

    /** What was delivered where; empty before the first reconciliation. */
    public List<Delivered> delivered() {
        return status.map(ResourceStatus::delivered).orElse(List.of());
    }

    /** Whether an object that is not owned by us stood in the way. */
    public boolean hasNameConflict() {
        return conditions().stream().map(Condition::reason).anyMatch(NAME_CONFLICTS::contains);
    }

    /** Why a condition held or not; empty if it is not there, or if its reason is none of ours. */
    public Optional<Reason> reason(ConditionType type) {
        return cause(type).map(Cause::reason);
    }

    /** The reason and the message of a condition, whether it held or not; empty as for {@link #reason}. */
    public Optional<Cause> cause(ConditionType type) {
        return Conditions.find(conditions(), type)
                .flatMap(condition -> Stream.of(Reason.values())
                        .filter(reason -> reason.wire().equals(condition.reason()))
                        .findFirst()
                        .map(reason -> new Cause(reason, condition.message())));
    }

    /** A condition as it was found; empty as for {@link #reason}. */
    public Optional<Finding> finding(ConditionType type) {
        return Conditions.find(conditions(), type)
                .flatMap(condition -> cause(type)
                        .map(cause -> new Finding(
                                type, ConditionStatus.of(condition.status()), cause.reason(), cause.message())));
    }

    /** Whether a condition held. */
    public boolean isTrue(ConditionType type) {
        return Conditions.find(conditions(), type).filter(Conditions::isTrue).isPresent();
    }
}
