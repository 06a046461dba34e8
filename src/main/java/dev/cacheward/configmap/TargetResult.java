package dev.cacheward.configmap;

import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.delivery.TargetKeys;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The result for one ConfigMap.
 *
 * @param holds whether it holds every key that is not in conflict
 * @param disputed the keys in conflict, which are not owned by us
 * @param delivered the entry for the status
 */
record TargetResult(Optional<Cause> cause, boolean holds, Set<String> disputed, Optional<Delivered> delivered) {
    /** Returns the result for a map of ours. */
    static TargetResult own(TargetKeys target, Optional<Cause> cause) {
        return new TargetResult(
                cause, cause.isEmpty(), Set.of(), cause.isEmpty() ? Optional.of(target.delivered()) : Optional.empty());
    }

    /** Returns the result for a map of ours in which others change a key back after each write. */
    static TargetResult contested(TargetKeys target, Cause why) {
        return new TargetResult(Optional.of(why), true, Set.of(), Optional.of(target.delivered()));
    }

    /** Returns the result for a foreign map that the status names now and that is written next. */
    static TargetResult announced(TargetKeys target, Cause why) {
        return new TargetResult(Optional.of(why), false, Set.of(), Optional.of(target.announced()));
    }

    /** Returns the result for a foreign map that the status must not even name yet. */
    static TargetResult barred(Cause why) {
        return new TargetResult(Optional.of(why), false, Set.of(), Optional.empty());
    }

    /** Returns the result for a map that is not owned by us. */
    static TargetResult merged(TargetKeys target, Merge merge) {
        Optional<Cause> cause = merge.cause(target.configMap());
        return merge.held()
                .map(held -> new TargetResult(
                        cause, true, keys(held.conflicts()), Optional.of(target.delivered(held.keys()))))
                .orElseGet(() -> new TargetResult(cause, false, Set.of(), Optional.of(target.announced())));
    }

    /** Returns the result for a foreign map that is no longer named, after an attempt to take the keys out. */
    static TargetResult left(Delivered entry, Merge merge) {
        return merge.isOver()
                ? new TargetResult(Optional.empty(), true, Set.of(), Optional.empty())
                : new TargetResult(merge.cause(entry.target()), true, Set.of(), Optional.of(entry));
    }

    /** Returns the result for such a map if no attempt is made yet. */
    static TargetResult kept(Delivered entry) {
        return new TargetResult(Optional.empty(), true, Set.of(), Optional.of(entry));
    }

    /** Returns the rank of the cause: 0 if it holds up other targets, 2 for a conflict, else 1. */
    int rank() {
        boolean conflict =
                cause.filter(found -> found.reason() == Reason.KEY_CONFLICT).isPresent();
        if (!holds) {
            return 0;
        }
        return conflict ? 2 : 1;
    }

    private static Set<String> keys(List<KeyConflict> conflicts) {
        return conflicts.stream().map(KeyConflict::key).collect(Collectors.toUnmodifiableSet());
    }
}
