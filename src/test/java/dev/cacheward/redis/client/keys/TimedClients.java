package dev.cacheward.redis.client.keys;

import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.RealRedis;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Applications that use a server all the time, each with a connection of its own, and how long each of their commands took. */
final class TimedClients implements AutoCloseable {
    private static final long PAUSE_MILLIS = 8;

    private final AtomicReference<Phase> phase = new AtomicReference<>(new Phase());
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads;

    TimedClients(RealRedis redis, int clients) {
        threads = Executors.newFixedThreadPool(clients);
        for (int i = 0; i < clients; i++) {
            String key = "client:" + i;
            threads.execute(() -> work(redis, key));
        }
    }

    /** The commands of a stretch of time, in nanoseconds. */
    static final class Phase {
        private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

        List<Long> sorted() {
            List<Long> sorted = new ArrayList<>(nanos);
            sorted.sort(null);
            return sorted;
        }

        /** In milliseconds. */
        double percentile(double percent) {
            List<Long> sorted = sorted();
            return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
        }
    }

    /** Begins a stretch, and returns the one that ends. */
    Phase next() {
        return phase.getAndSet(new Phase());
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    private void work(RealRedis redis, String key) {
        try (RawRedis connection = new RawRedis(redis.address(), redis.application())) {
            for (boolean writes = true; !Thread.currentThread().isInterrupted(); writes = !writes) {
                long sent = System.nanoTime();
                Object reply = writes ? connection.ask("SET", key, "value") : connection.ask("GET", key);
                phase.get().nanos.add(System.nanoTime() - sent);
                if (!reply.equals(writes ? "OK" : "value")) {
                    failures.add(String.valueOf(reply));
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failures.add(e.toString());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
