package dev.cacheward.threads;

import java.util.concurrent.ThreadFactory;

/**
 * Makes threads that keep no process alive: what they do is of no use without the rest of it.
 *
 * @param name of each, as the log shows it
 */
public record DaemonThreads(String name) implements ThreadFactory {
    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
