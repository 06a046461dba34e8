package dev.cacheward.cluster.rig;

import dev.cacheward.redis.Login;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.RedisAddress;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Applications that use one connection for a while, and then read the published password again and connect anew, each at times of its
 * own.
 */
public final class ReloadingClients implements AutoCloseable {
    private final RedisAddress address;
    private final Supplier<Login> published;
    private final Duration longest;
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicLong commands = new AtomicLong();
    private final List<CompletableFuture<Void>> running;
    private volatile boolean stopped;

    /**
     * Starts them.
     *
     * @param published reads the login
     * @param longest the time after which each has read it again
     */
    public ReloadingClients(int count, RedisAddress address, Supplier<Login> published, Duration longest) {
        this.address = address;
        this.published = published;
        this.longest = longest;
        this.running = IntStream.range(0, count)
                .mapToObj(number -> start(new Random(number)))
                .toList();
    }

    /** Returns the errors that any of them has seen. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    /** Returns how many commands were answered. */
    public long commands() {
        return commands.get();
    }

    @Override
    public void close() {
        stopped = true;
        running.forEach(CompletableFuture::join);
    }

    private CompletableFuture<Void> start(Random random) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            while (!stopped) {
                connect(Duration.ofMillis(random.nextLong(longest.toMillis())));
            }
            end.complete(null);
        });
        thread.setDaemon(true);
        thread.start();
        return end;
    }

    private void connect(Duration use) {
        long until = System.nanoTime() + use.toNanos();
        try (RawRedis redis = new RawRedis(address, published.get())) {
            do {
                Object reply = redis.ask("INCR", "used");
                if (!(reply instanceof Long)) {
                    failures.add(String.valueOf(reply));
                }
                commands.incrementAndGet();
                Thread.sleep(5);
            } while (!stopped && System.nanoTime() < until);
        } catch (RuntimeException e) {
            failures.add(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
