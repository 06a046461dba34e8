package dev.cacheward.reconcile;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.status.Reason;
import java.util.List;
import java.util.Set;

/** Whether somebody else's object stood in the way at the last look. */
public final class Contested {
    private static final Set<String> REASONS = Set.of(Reason.NAME_CONFLICT.wire(), Reason.AWAITING_DELETION.wire());

    private Contested() {}

    /** @param conditions of the last look */
    public static boolean before(List<Condition> conditions) {
        return conditions.stream().map(Condition::reason).anyMatch(REASONS::contains);
    }
}
