package dev.cacheward.operator;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Somebody else who looks all the time, and sets right in his own way what he finds. */
final class Controller implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    /** @param look may fail, for example since the operator has just written the object */
    Controller(Runnable look) {
        timer.scheduleWithFixedDelay(() -> tried(look), 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @SuppressWarnings("checkstyle:IllegalCatch")
    private static void tried(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException tryAgain) {
            // the next look is soon
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
