package dev.cacheward.cacheprofile.report.health;

import dev.cacheward.redis.client.ServerStats;
import dev.cacheward.status.ConditionStatus;
import dev.cacheward.status.Finding;
import dev.cacheward.status.Reason;
import java.util.Optional;

/**
 * Says whether the memory suffices. The gravest trouble is told: first that writes will fail, then that keys go too early, then that
 * memory is wasted. A cache that is full and evicts is well; what it evicts is said.
 *
 * @param stats what the server says now
 * @param managed whether fields of the spec can help
 */
record MemoryHealth(ServerStats stats, boolean managed) {
    /** From this part of the limit on, and until that one, the memory is nearly full. */
    private static final double FULL_FROM = 0.9;

    private static final double FULL_UNTIL = 0.8;

    /** The part of the keys that can be evicted, up to which that is too little. */
    private static final double RIGID_UP_TO = 0.1;

    private static final double RIGID_UNTIL = 0.2;

    Finding of(Optional<Window> window, Optional<Finding> before) {
        MemoryWords words = new MemoryWords(stats.memory().policy(), managed);
        if (isFilling(last(before) == Reason.MEMORY_FILLING)) {
            return words.filling();
        }
        return window.map(seen -> of(seen, before, words))
                .or(() -> before.filter(this::stays))
                .orElse(words.ample());
    }

    private Finding of(Window window, Optional<Finding> before, MemoryWords words) {
        boolean hurried = before.filter(
                        last -> last.reason() == Reason.EVICTING && last.status() == ConditionStatus.FALSE)
                .isPresent();
        if (isHurried(window, hurried)) {
            return words.hurried();
        }
        if (window.signs().contains(Sign.FRAGMENTED)
                || last(before) == Reason.FRAGMENTED && Sign.isStillFragmented(stats)) {
            return words.fragmented();
        }
        boolean evicts = last(before) == Reason.EVICTING || window.evictedOften();
        return evicts && evicts(window) ? words.evicting() : words.ample();
    }

    /** Whether what was said holds as long as no half an hour is known. */
    private boolean stays(Finding last) {
        return last.reason() == Reason.EVICTING || last.reason() == Reason.FRAGMENTED && Sign.isStillFragmented(stats);
    }

    private boolean isFilling(boolean already) {
        return stats.keys() > 0
                && stats.memory().fullRatio() >= (already ? FULL_UNTIL : FULL_FROM)
                && stats.evictableRatio() <= (already ? RIGID_UNTIL : RIGID_UP_TO);
    }

    /** Whether the eviction replaces all that the server holds, and takes more keys than expire; half of it if it did so already. */
    private boolean isHurried(Window window, boolean already) {
        long evicted = already ? window.evicted() * 2 : window.evicted();
        return evicts(window) && evicted >= stats.keys() && evicted > window.expired();
    }

    /** What was evicted before the policy became noeviction does not count. */
    private boolean evicts(Window window) {
        return window.evicted() > 0 && !stats.memory().policy().equals(MemoryWords.NO_EVICTION);
    }

    private static Reason last(Optional<Finding> before) {
        return before.map(Finding::reason).orElse(Reason.MEMORY_AMPLE);
    }
}
