package dev.cacheward.cacheprofile.plan.external;

import dev.cacheward.cacheprofile.model.external.CheckMemory;
import dev.cacheward.cacheprofile.model.external.CheckRule;
import dev.cacheward.cacheprofile.model.external.ExternalState;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Says when a Redis of somebody else is asked, and how much. Providers bill commands, slow down connections and lock out who asks
 * too much, so a healthy server gets a PING now and then and all commands seldom. One that fails is asked soon, then less and
 * less often.
 */
public final class CheckSchedule {
    /** What is due. */
    public enum Due {
        NOTHING,
        PING,
        FULL
    }

    /** A change of a password takes effect on both sides within this time, so until then a refused login is not told. */
    private static final Duration LOGIN_GRACE = Duration.ofSeconds(60);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final Duration FIRST_QUOTA_PAUSE = Duration.ofMinutes(5);
    private static final Duration LONGEST_QUOTA_PAUSE = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 8;

    /** What a failover or an hour of maintenance looks like for a moment. It is told only when a second look confirms it. */
    private static final Set<Reason> MOMENTARY = EnumSet.of(
            Reason.TIMEOUT,
            Reason.CONNECTION_REFUSED,
            Reason.CONNECTION_CLOSED,
            Reason.DNS_FAILURE,
            Reason.HOST_NOT_ALLOWED,
            Reason.READ_ONLY,
            Reason.LOADING,
            Reason.BUSY,
            Reason.MAX_CLIENTS);

    /** Before these, no command was carried out that a provider could bill. */
    private static final Set<Reason> FREE = EnumSet.of(
            Reason.TIMEOUT,
            Reason.CONNECTION_REFUSED,
            Reason.CONNECTION_CLOSED,
            Reason.DNS_FAILURE,
            Reason.TLS_FAILED,
            Reason.AUTH_FAILED,
            Reason.HOST_NOT_ALLOWED);

    private CheckSchedule() {}

    /** @param edited whether the profile was edited since it last asked, so that everything is asked anew */
    public static Due due(Optional<CheckMemory> memory, CheckRule rule, boolean edited, Instant now) {
        if (memory.isEmpty() || edited) {
            return Due.FULL;
        }
        CheckMemory known = memory.get();
        if (known.failing().isPresent()) {
            return known.sinceAsked(now).compareTo(pause(known.failing().get(), rule)) < 0 ? Due.NOTHING : Due.FULL;
        }
        boolean full = known.fullAt()
                .filter(at -> Duration.between(at, now).compareTo(rule.fullEvery()) < 0)
                .isEmpty();
        if (full) {
            return Due.FULL;
        }
        return known.sinceAsked(now).compareTo(rule.every()) < 0 ? Due.NOTHING : Due.PING;
    }

    /** Returns what a memory says at a moment. */
    public static ExternalState state(CheckMemory memory, CheckRule rule, Instant now) {
        Optional<Duration> paused = memory.failing()
                .map(failing -> pause(failing, rule).minus(memory.sinceAsked(now)))
                .map(left -> left.isNegative() ? Duration.ZERO : left);
        Optional<Cause> told = memory.failing()
                .filter(failing -> isTold(failing, memory.askedAt()))
                .map(CheckMemory.Failing::last);
        return new ExternalState(
                told,
                memory.failing().isEmpty(),
                memory.answer(),
                memory.fullAt(),
                memory.open(),
                paused.orElse(rule.every()));
    }

    private static boolean isTold(CheckMemory.Failing failing, Instant now) {
        if (!failing.before()) {
            return true;
        }
        return failing.last().reason() == Reason.AUTH_FAILED
                ? Duration.between(failing.since(), now).compareTo(LOGIN_GRACE) >= 0
                : !MOMENTARY.contains(failing.last().reason()) || failing.times() > 1;
    }

    private static Duration pause(CheckMemory.Failing failing, CheckRule rule) {
        Reason reason = failing.last().reason();
        boolean quota = reason == Reason.QUOTA_EXCEEDED;
        Duration first = quota ? FIRST_QUOTA_PAUSE : FIRST_PAUSE;
        Duration longest = quota ? LONGEST_QUOTA_PAUSE : FREE.contains(reason) ? LONGEST_PAUSE : rule.every();
        Duration pause = first.multipliedBy(1L << Math.min(failing.times() - 1, MOST_DOUBLINGS));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
