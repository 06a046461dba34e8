package dev.cacheward.cacheprofile.report.health;

import dev.cacheward.status.ConditionStatus;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Finding;
import dev.cacheward.status.Reason;
import java.util.Optional;

/** Says whether enough lookups find a key. It is bad below 80 of 100, and good again from 85 on. */
final class HitRateHealth {
    private static final double LOW_BELOW = 0.80;
    private static final double GOOD_FROM = 0.85;
    /** Reads a second. */
    private static final double ENOUGH = 1;

    private static final double STILL_ENOUGH = 0.5;

    private static final Finding GOOD = Finding.holds(
            ConditionType.HIT_RATE_HEALTHY, Reason.HIT_RATE_GOOD, "At least four of five lookups find their key.");

    private static final Finding LOW = new Finding(
            ConditionType.HIT_RATE_HEALTHY,
            ConditionStatus.FALSE,
            Reason.HIT_RATE_LOW,
            "Over half an hour fewer than four of five lookups found their key, and it is not clearly better yet. TTLs may be too"
                    + " short (spec.ttls), keys may be evicted before they end (MemoryHealthy), or the application asks for"
                    + " what it never stores.");

    private static final Finding TOO_FEW = new Finding(
            ConditionType.HIT_RATE_HEALTHY,
            ConditionStatus.UNKNOWN,
            Reason.TOO_FEW_READS,
            "There are too few lookups to judge by: less than one a second over half an hour.");

    private HitRateHealth() {}

    /** @param window empty while less than half an hour is known: then it is as it was */
    static Finding of(Optional<Window> window, Optional<Finding> before) {
        Reason last = before.map(Finding::reason).orElse(Reason.TOO_FEW_READS);
        return window.map(seen -> of(seen, last)).or(() -> before).orElse(TOO_FEW);
    }

    private static Finding of(Window window, Reason last) {
        double enough = last == Reason.TOO_FEW_READS ? ENOUGH : STILL_ENOUGH;
        if (window.reads() < enough * window.length().toSeconds()) {
            return TOO_FEW;
        }
        double from = last == Reason.HIT_RATE_LOW ? GOOD_FROM : LOW_BELOW;
        return (double) window.hits() / window.reads() < from ? LOW : GOOD;
    }
}
