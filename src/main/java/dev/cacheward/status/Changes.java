package dev.cacheward.status;

import dev.cacheward.api.v1alpha1.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Selects what is worth telling when conditions change: each cause once, though several conditions name it. */
public final class Changes {
    private static final Set<String> PROGRESS = Stream.of(Reason.values())
            .filter(Reason::isProgress)
            .map(Reason::wire)
            .collect(Collectors.toUnmodifiableSet());

    private Changes() {}

    /**
     * Returns the conditions that have news. Ready comes first, also when it becomes True. The others are told only if they are
     * False and no condition before them has the same reason.
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

    /** Whether a person should act: the condition is not True, and waiting will not help. */
    public static boolean isTrouble(Condition condition) {
        return !condition.status().equals(ConditionStatus.TRUE.wire()) && !PROGRESS.contains(condition.reason());
    }

    /** A new message on a True condition is only a remark; on any other, it is a new cause. */
    private static boolean isNew(Condition condition, List<Condition> before) {
        return before.stream()
                .filter(old -> old.type().equals(condition.type()))
                .noneMatch(old -> old.status().equals(condition.status())
                        && old.reason().equals(condition.reason())
                        && (condition.status().equals(ConditionStatus.TRUE.wire())
                                || Objects.equals(old.message(), condition.message())));
    }
}
