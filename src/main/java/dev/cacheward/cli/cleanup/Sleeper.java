package dev.cacheward.cli.cleanup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * Waits between attempts. Tests replace the clock and the wait.
 *
 * @param sleep blocks for a time
 */
record Sleeper(Clock clock, Sleep sleep) {
    /** Blocks until the time has passed. */
    interface Sleep {
        void pass(Duration time) throws InterruptedException;
    }

    /** Returns one that uses the system clock and really sleeps. */
    static Sleeper real() {
        return new Sleeper(Clock.systemUTC(), time -> TimeUnit.MILLISECONDS.sleep(time.toMillis()));
    }

    /**
     * Waits before the next attempt, unless the deadline has passed.
     *
     * @return whether to try again; false, without a wait, from {@code end} on
     * @throws CancellationException if the thread is interrupted; it stays interrupted
     */
    boolean pause(Duration time, Instant end) {
        if (!clock.instant().isBefore(end)) {
            return false;
        }
        try {
            sleep.pass(time);
            return true;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while it waited");
        }
    }
}
