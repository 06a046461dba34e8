package dev.cacheward.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * How time passes.
 *
 * @param sleep lets it pass
 */
record Sleeper(Clock clock, Sleep sleep) {
    /** Returns when the time has passed. */
    interface Sleep {
        void pass(Duration time) throws InterruptedException;
    }

    /** As it does. */
    static Sleeper real() {
        return new Sleeper(Clock.systemUTC(), time -> TimeUnit.MILLISECONDS.sleep(time.toMillis()));
    }

    /**
     * Lets a while pass before the next try.
     *
     * @return whether to try at all: not when it is too late
     * @throws CancellationException when somebody wants the thread to end
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
