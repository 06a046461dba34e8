package dev.cacheward.cacheprofile.plan.hygiene;

import dev.cacheward.cacheprofile.model.hygiene.KeyCounts;
import dev.cacheward.cacheprofile.model.hygiene.KeyspaceState;
import dev.cacheward.status.Reason;
import java.util.Optional;

/**
 * Decides what several looks at the keys of one prefix mean together. One in a hundred keys is trouble at once. It is over after three
 * looks in a row that found less than one in two hundred: each look sees other keys, and an application with a few such keys should
 * not change the status all the time.
 */
public final class KeyspaceHysteresis {
    private static final int ENTERS = 100;
    private static final int LEAVES = 200;
    private static final int CONVINCING = 3;

    private KeyspaceHysteresis() {}

    /** Returns what holds after one more look. */
    public static KeyspaceState after(KeyspaceState before, KeyCounts counts) {
        Optional<Reason> seen = trouble(counts, ENTERS);
        boolean begins = before.trouble().isEmpty() || isGraver(seen, before.trouble());
        if (begins) {
            return new KeyspaceState(before.rule(), seen, 0);
        }
        if (persists(before.trouble().get(), counts)) {
            return new KeyspaceState(before.rule(), before.trouble(), 0);
        }
        return before.clean() + 1 < CONVINCING
                ? new KeyspaceState(before.rule(), before.trouble(), before.clean() + 1)
                : new KeyspaceState(before.rule(), seen, 0);
    }

    private static boolean isGraver(Optional<Reason> seen, Optional<Reason> before) {
        return seen.equals(Optional.of(Reason.KEYS_NEVER_EXPIRE)) && before.equals(Optional.of(Reason.TTLS_TOO_LONG));
    }

    private static Optional<Reason> trouble(KeyCounts counts, int oneIn) {
        if (isAtLeast(counts.never(), counts, oneIn)) {
            return Optional.of(Reason.KEYS_NEVER_EXPIRE);
        }
        return isAtLeast(counts.never() + counts.tooLong(), counts, oneIn)
                ? Optional.of(Reason.TTLS_TOO_LONG)
                : Optional.empty();
    }

    private static boolean persists(Reason trouble, KeyCounts counts) {
        long keys = trouble == Reason.KEYS_NEVER_EXPIRE ? counts.never() : counts.never() + counts.tooLong();
        return isAtLeast(keys, counts, LEAVES);
    }

    private static boolean isAtLeast(long keys, KeyCounts counts, int oneIn) {
        return keys > 0 && keys * oneIn >= counts.all();
    }
}
