package dev.cacheward.drift;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.util.List;

/**
 * Others have changed what we wrote, as often as we wrote it.
 *
 * @param words the object, as the start of a sentence
 * @param first the field to name
 * @param more the number of other fields
 * @param settled whether it is left as it is until something else is to be written, since a write would replace a pod
 */
public record Contention(String words, Difference first, int more, boolean settled) {
    private static final String AGAIN =
            " Somebody else, such as an admission webhook or a controller, changes it after each write. It is written once a"
                    + " minute: find who it is, and let them leave it alone.";

    private static final String SETTLED =
            " Somebody else, such as an admission webhook or a controller, changes it. The pods are left as they are, since a"
                    + " write would replace them: what is wanted is written with the next change of them, or once annotation"
                    + " cacheward.dev/reconcile has a new value.";

    static Contention of(Subject subject, List<Difference> differences, boolean settled) {
        return new Contention(subject.words(), differences.get(0), differences.size() - 1, settled);
    }

    /** Returns whole sentences that name the field, the value found and the value wanted. */
    public String text() {
        String others = more == 0 ? "" : " (and " + more + (more == 1 ? " other field)" : " other fields)");
        return words + " does not stay as it is written: " + first.text() + others + "." + (settled ? SETTLED : AGAIN);
    }

    /** Returns the same as a reason why something does not hold. */
    public Cause cause() {
        return new Cause(Reason.CONTESTED, text());
    }
}
