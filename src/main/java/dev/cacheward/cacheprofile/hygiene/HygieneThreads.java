package dev.cacheward.cacheprofile.hygiene;

import dev.cacheward.threads.DaemonThreads;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that walk over keys. Each takes one slice of one profile at a time, which then queues again behind those of the others:
 * so at most so many servers are worked on at once, and each gets on.
 */
final class HygieneThreads implements AutoCloseable {
    private static final int THREADS = 2;

    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new DaemonThreads("keys"),
            new ThreadPoolExecutor.DiscardPolicy());

    HygieneThreads() {
        pool.allowCoreThreadTimeOut(true);
    }

    /** Does nothing once this is closed. */
    void execute(Runnable slice) {
        pool.execute(slice);
    }

    /** Whether nothing runs and nothing waits. */
    boolean isIdle() {
        return pool.getActiveCount() == 0 && pool.getQueue().isEmpty();
    }

    /** Ends what runs at its next step, and starts nothing more. */
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
