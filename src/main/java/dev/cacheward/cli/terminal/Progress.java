package dev.cacheward.cli.terminal;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Tells what a long command does at the moment. It is silent for two seconds; then it keeps one line up to date on a screen, and
 * writes a line every ten seconds elsewhere.
 */
public final class Progress implements AutoCloseable {
    static final Duration SILENCE = Duration.ofSeconds(2);
    static final Duration ELSEWHERE = Duration.ofSeconds(10);
    private static final int TICK_MILLIS = 250;
    /** Back to the first column, and erase the line (ECMA-48, CR and EL). */
    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final PrintStream err;
    private final boolean screen;
    private final Clock clock;
    private final Timer timer = new Timer("progress", true);
    private Instant next;
    private String step = "";
    private String shown = "";

    Progress(PrintStream err, boolean screen, Clock clock) {
        this.err = err;
        this.screen = screen;
        this.clock = clock;
        this.next = clock.instant().plus(SILENCE);
    }

    static Progress start(PrintStream err, boolean screen, Clock clock) {
        Progress progress = new Progress(err, screen, clock);
        progress.timer.schedule(progress.regularly(), SILENCE.toMillis(), TICK_MILLIS);
        return progress;
    }

    /** Says what is done from now on, such as {@code Reading 12 of 40 files}. */
    public synchronized void step(String now) {
        step = now;
    }

    /** Tells the step, if it is time to. */
    synchronized void tick() {
        if (step.equals(shown) || clock.instant().isBefore(next)) {
            return;
        }
        if (screen) {
            err.print(CLEAR_LINE + step);
            err.flush();
        } else {
            err.println(step);
            next = clock.instant().plus(ELSEWHERE);
        }
        shown = step;
    }

    /** Takes the line off the screen. */
    @Override
    public synchronized void close() {
        timer.cancel();
        if (screen && !shown.isEmpty()) {
            err.print(CLEAR_LINE);
            err.flush();
        }
    }

    private TimerTask regularly() {
        return new TimerTask() {
            @Override
            public void run() {
                tick();
            }
        };
    }
}
