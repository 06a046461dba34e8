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
 * What became of one ConfigMap.
 *
 * @param holds whether it holds all that can be had there
 * @param disputed the keys that cannot, since they are not owned by us
 * @param delivered what the status says about it
 */
record TargetResult(Optional<Cause> cause, boolean holds, Set<String> disputed, Optional<Delivered> delivered) {
    /** A map of ours. */
    static TargetResult own(TargetKeys target, Optional<Cause> cause) {
        return new TargetResult(
                cause, cause.isEmpty(), Set.of(), cause.isEmpty() ? Optional.of(target.delivered()) : Optional.empty());
    }

    /** A map, not owned by us, into which nothing was written yet. */
    static TargetResult announced(TargetKeys target, Cause why) {
        return new TargetResult(Optional.of(why), false, Set.of(), Optional.of(target.announced()));
    }

    /** A map that may not even be announced. */
    static TargetResult barred(Cause why) {
        return new TargetResult(Optional.of(why), false, Set.of(), Optional.empty());
    }

    /** A map that is not owned by us. */
    static TargetResult merged(TargetKeys target, Merge merge) {
        Optional<Cause> cause = merge.cause(target.configMap());
        return merge.held()
                .map(held -> new TargetResult(
                        cause, true, keys(held.conflicts()), Optional.of(target.delivered(held.keys()))))
                .orElseGet(() -> new TargetResult(cause, false, Set.of(), Optional.of(target.announced())));
    }

    /** A map, not owned by us, that is no longer named, and what came of taking the keys out. */
    static TargetResult left(Delivered entry, Merge merge) {
        return merge.isOver()
                ? new TargetResult(Optional.empty(), true, Set.of(), Optional.empty())
                : new TargetResult(merge.cause(entry.target()), true, Set.of(), Optional.of(entry));
    }

    /** Such a map that is left as it is for now. */
    static TargetResult kept(Delivered entry) {
        return new TargetResult(Optional.empty(), true, Set.of(), Optional.of(entry));
    }

    /** What holds others up comes first, a conflict last. */
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
