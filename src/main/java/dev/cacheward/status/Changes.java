package dev.cacheward.status;

import dev.cacheward.api.v1alpha1.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is worth telling when conditions change: each cause once, though several conditions name it. */
public final class Changes {
    private static final Set<String> PROGRESS = Stream.of(Reason.values())
            .filter(Reason::isProgress)
            .map(Reason::wire)
            .collect(Collectors.toUnmodifiableSet());

    private Changes() {}

    /**
     * The conditions with news. Ready comes first, also when it becomes True; of the others only those that do not hold, for a
     * reason that none before them has.
     */
    public static List<Condition> between(List<Condition> before, List<Condition> now) {
        List<Condition> changes = new ArrayList<>();
        Set<String> told = new TreeSet<>();
        Conditions.find(now, ConditionType.READY).ifPresent(ready -> {
            told.add(ready.reason());
            if (isNew(ready, before)) {
                changes.add(ready);
            }
        });
        now.stream()
                .filter(condition ->
                        condition.status().equals(ConditionStatus.FALSE.wire()) && told.add(condition.reason()))
                .filter(condition -> isNew(condition, before))
                .forEach(changes::add);
        return changes;
    }

    /** Whether somebody should look at it: it does not hold, and waiting is not the cure. */
    public static boolean isTrouble(Condition condition) {
        return !condition.status().equals(ConditionStatus.TRUE.wire()) && !PROGRESS.contains(condition.reason());
    }

    /** A message that changes while a condition holds is a remark; while it does not, it is another cause. */
    private static boolean isNew(Condition condition, List<Condition> before) {
        return before.stream()
                .filter(old -> old.type().equals(condition.type()))
                .noneMatch(old -> old.status().equals(condition.status())
                        && old.reason().equals(condition.reason())
                        && (condition.status().equals(ConditionStatus.TRUE.wire())
                                || Objects.equals(old.message(), condition.message())));
    }
}
