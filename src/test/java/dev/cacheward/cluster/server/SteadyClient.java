package dev.cacheward.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.LiveRedis;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.redis.client.RawRedis;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * An application with one connection, on which it writes one numbered key after the other without a pause to speak of. A pod that
 * is replaced cuts the connection, and that is the end.
 */
final class SteadyClient implements AutoCloseable {
    private static final long PAUSE_MILLIS = 5;

    private final RawRedis connection;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    SteadyClient(LiveRedis redis) {
        connection = new RawRedis(redis.address(), redis.application());
        thread.scheduleWithFixedDelay(this::write, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Every key that the server has acknowledged. */
    String[] writtenKeys() {
        return IntStream.range(0, acknowledged.get())
                .mapToObj(SteadyClient::key)
                .toArray(String[]::new);
    }

    /** Asserts that every command so far was answered, and that more are. */
    void assertServed() {
        int before = acknowledged.get();
        TestNamespace.patiently().until(() -> end.isDone() || acknowledged.get() > before + 1);
        assertThat(end.getNow("none")).as("trouble of a connected application").isEqualTo("none");
    }

    /** Waits until the server has cut the connection. */
    void awaitCut() {
        TestNamespace.patiently().until(end::isDone);
    }

    @Override
    public void close() {
        thread.shutdownNow();
        connection.close();
    }

    private static String key(int number) {
        return "steady:" + number;
    }

    private void write() {
        try {
            Object reply = connection.ask("SET", key(acknowledged.get()), "here");
            if (!reply.equals("OK")) {
                throw new IllegalStateException("answer " + reply);
            }
            acknowledged.incrementAndGet();
        } catch (RuntimeException e) {
            end.complete(e.toString());
            throw e; // ends the schedule
        }
    }
}
