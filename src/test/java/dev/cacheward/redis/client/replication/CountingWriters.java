package dev.cacheward.redis.client.replication;

import dev.cacheward.redis.Login;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.RedisAddress;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Clients that count all the time, each in a key of its own, and remember the last number that was acknowledged. Each connects
 * anew after an error, to the address that is valid then.
 */
public final class CountingWriters implements AutoCloseable {
    /** What one client has seen. */
    private static final class Client {
        private final String key;
        private final List<String> errors = new CopyOnWriteArrayList<>();
        private volatile long acknowledged;
        private volatile long writes;
        private volatile long longestSilence;

        Client(String key) {
            this.key = key;
        }

        private void answered(long number, long since) {
            acknowledged = number;
            longestSilence = writes == 0 ? 0 : Math.max(longestSilence, System.nanoTime() - since);
            writes = writes + 1;
        }

        /** Until the first write nothing is cut: a new Service takes its time until it leads anywhere. */
        private void failed(Exception why) {
            if (writes > 0) {
                errors.add(String.valueOf(why.getMessage()));
            }
        }

        /** Returns what is wrong with the number at this server; empty if nothing is. Without a key the number is 0. */
        private Optional<String> lostAt(UnaryOperator<String> get) {
            String found = get.apply(key).replace("(nil)", "0");
            return found.equals(String.valueOf(acknowledged)) || isUnacknowledged(found)
                    ? Optional.empty()
                    : Optional.of(key + " is " + found + ", acknowledged was " + acknowledged);
        }

        /** Whether the last write was made, though the cut of its connection kept the answer back. */
        private boolean isUnacknowledged(String found) {
            return !errors.isEmpty() && found.equals(String.valueOf(acknowledged + 1));
        }
    }

    /** A server that is away for a while is not called without a pause. */
    private static final Duration PAUSE = Duration.ofMillis(5);

    /** Who waits longer for a pod that has gone waits for the network to give up, minutes after the next server is ready. */
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final Supplier<Login> application;
    private final Supplier<RedisAddress> service;
    private final List<Client> clients;
    private final List<CompletableFuture<Void>> running;
    private volatile boolean stopped;

    /**
     * Starts them.
     *
     * @param service the address of this moment
     */
    public CountingWriters(int count, Login application, Supplier<RedisAddress> service) {
        this(count, () -> application, service);
    }

    /** Starts some that ask for their login again with each connection. */
    public CountingWriters(int count, Supplier<Login> application, Supplier<RedisAddress> service) {
        this.application = application;
        this.service = service;
        this.clients = IntStream.range(0, count)
                .mapToObj(i -> new Client("count:" + i))
                .toList();
        this.running = clients.stream().map(this::start).toList();
    }

    private CompletableFuture<Void> start(Client client) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            run(client);
            end.complete(null);
        });
        thread.setDaemon(true);
        thread.start();
        return end;
    }

    private void run(Client client) {
        long answered = System.nanoTime();
        while (!stopped) {
            try (RawRedis redis = new RawRedis(service.get(), application.get(), CONNECT)) {
                while (!stopped) {
                    Object reply = redis.ask("INCR", client.key);
                    if (!(reply instanceof Long number)) {
                        throw new IllegalStateException(String.valueOf(reply));
                    }
                    client.answered(number, answered);
                    answered = System.nanoTime();
                    Thread.sleep(2);
                }
            } catch (UncheckedIOException | IllegalStateException e) {
                client.failed(e);
                LockSupport.parkNanos(PAUSE.toNanos());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /**
     * Returns the numbers that are not what was acknowledged last. Ask after {@link #stop}.
     *
     * @param get returns the value of a key
     */
    public List<String> lost(UnaryOperator<String> get) {
        return clients.stream().flatMap(client -> client.lostAt(get).stream()).toList();
    }

    /** Returns the errors of each client. */
    public List<List<String>> errors() {
        return clients.stream().map(client -> List.copyOf(client.errors)).toList();
    }

    /** Returns the longest time between two answers that any client has seen. */
    public Duration longestSilence() {
        return Duration.ofNanos(clients.stream()
                .mapToLong(client -> client.longestSilence)
                .max()
                .orElse(0));
    }

    /** Whether each has been acknowledged a write: none waits for its first connection. */
    public boolean allWrite() {
        return clients.stream().allMatch(client -> client.writes > 0);
    }

    /** Returns the number of acknowledged writes so far. */
    public long writes() {
        return clients.stream().mapToLong(client -> client.writes).sum();
    }

    public void stop() {
        stopped = true;
        running.forEach(CompletableFuture::join);
    }

    @Override
    public void close() {
        stop();
    }
}
