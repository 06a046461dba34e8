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
 * @param disputed the keys that cannot, since they are somebody else's
 * @param delivered what the status says about it
 */
record TargetResult(Optional<Cause> trouble, boolean holds, Set<String> disputed, Optional<Delivered> delivered) {
    /** A map of ours. */
    static TargetResult own(TargetKeys target, Optional<Cause> trouble) {
        return new TargetResult(
                trouble,
                trouble.isEmpty(),
                Set.of(),
                trouble.isEmpty() ? Optional.of(target.delivered()) : Optional.empty());
    }

    /** A map of somebody else's into which nothing was written yet. */
    static TargetResult announced(TargetKeys target, Cause why) {
        return new TargetResult(Optional.of(why), false, Set.of(), Optional.of(target.announced()));
    }

    /** A map that may not even be announced. */
    static TargetResult barred(Cause why) {
        return new TargetResult(Optional.of(why), false, Set.of(), Optional.empty());
    }

    /** A map of somebody else's. */
    static TargetResult merged(TargetKeys target, Merge merge) {
        Optional<Cause> trouble = MergeTrouble.of(target.configMap(), merge);
        if (merge instanceof Merge.Holds holds) {
            return new TargetResult(
                    trouble, true, keys(holds.conflicts()), Optional.of(target.delivered(holds.keys())));
        }
        return new TargetResult(trouble, false, Set.of(), Optional.of(target.announced()));
    }

    /** A map of somebody else's that is no longer named, and what came of taking the keys out. */
    static TargetResult left(Delivered entry, Merge merge) {
        return merge.isOver()
                ? new TargetResult(Optional.empty(), true, Set.of(), Optional.empty())
                : new TargetResult(MergeTrouble.of(entry.target(), merge), true, Set.of(), Optional.of(entry));
    }

    /** Such a map that is left as it is for now. */
    static TargetResult kept(Delivered entry) {
        return new TargetResult(Optional.empty(), true, Set.of(), Optional.of(entry));
    }

    /** What holds others up comes first, a conflict last. */
    int rank() {
        boolean conflict =
                trouble.filter(cause -> cause.reason() == Reason.KEY_CONFLICT).isPresent();
        if (!holds) {
            return 0;
        }
        return conflict ? 2 : 1;
    }

    private static Set<String> keys(List<KeyConflict> conflicts) {
        return conflicts.stream().map(KeyConflict::key).collect(Collectors.toUnmodifiableSet());
    }
}
