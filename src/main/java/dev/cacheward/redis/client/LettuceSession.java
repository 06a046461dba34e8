package dev.cacheward.redis.client;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.ProtocolKeyword;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One connection of one call, with one time limit for all that is asked on it. */
final class LettuceSession implements AutoCloseable {
    /** A command by a name that only this server knows. */
    private record Command(String text) implements ProtocolKeyword {
        @Override
        public byte[] getBytes() {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    }

    private final StatefulRedisConnection<String, String> connection;
    private final long deadline;

    private LettuceSession(StatefulRedisConnection<String, String> connection, Duration commandTimeout) {
        this.connection = connection;
        this.deadline = System.nanoTime() + commandTimeout.toNanos();
    }

    /**
     * Connects and logs in. A connection that comes up after the time is over is closed when it does.
     *
     * @throws StepFailure if that fails
     */
    static LettuceSession open(RedisClient client, RedisURI uri, Duration commandTimeout) throws StepFailure {
        CompletableFuture<StatefulRedisConnection<String, String>> opening =
                client.connectAsync(StringCodec.UTF8, uri).toCompletableFuture();
        Duration limit = uri.getTimeout().plusMillis(200);
        try {
            return new LettuceSession(await("AUTH", opening, limit.toNanos()), commandTimeout);
        } catch (StepFailure e) {
            opening.thenAccept(StatefulRedisConnection::closeAsync);
            throw e;
        }
    }

    /** Commands are sent at once; their answers are awaited by {@link #answer}. */
    RedisAsyncCommands<String, String> commands() {
        return connection.async();
    }

    /** Sends a command of any name whose answer is a status. */
    Future<String> dispatch(String command, CommandArgs<String, String> args) {
        return commands().dispatch(new Command(command), new StatusOutput<>(StringCodec.UTF8), args);
    }

    /** Waits for an answer as long as the session's time lasts. */
    <T> T answer(String step, Future<T> reply) throws StepFailure {
        return await(step, reply, deadline - System.nanoTime());
    }

    /** The time that a PING takes; empty if the server does not answer it, as while it loads its data. */
    Optional<Duration> ping() {
        long sent = System.nanoTime();
        try {
            answer("PING", commands().ping());
            return Optional.of(Duration.ofNanos(System.nanoTime() - sent));
        } catch (StepFailure refused) {
            return Optional.empty();
        }
    }

    private static <T> T await(String step, Future<T> reply, long nanos) throws StepFailure {
        try {
            return reply.get(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw LettuceFailures.timeout(step);
        } catch (ExecutionException e) {
            throw LettuceFailures.of(step, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LettuceFailures.timeout(step);
        }
    }

    @Override
    public void close() {
        // lettuce has closed a connection that the server cut, and warns in the log if that is done again.
        if (connection.isOpen()) {
            connection
                    .closeAsync()
                    .orTimeout(500, TimeUnit.MILLISECONDS)
                    .exceptionally(late -> null)
                    .join();
        }
    }
}
