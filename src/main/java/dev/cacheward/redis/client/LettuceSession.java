package dev.cacheward.redis.client;

import dev.cacheward.redis.client.reply.AnyReply;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.ProtocolKeyword;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;

/** The connection of one call, with one time limit for all commands. */
final class LettuceSession implements RedisSession, AutoCloseable {
    /** A command with a name that lettuce need not know. */
    private record Command(String text) implements ProtocolKeyword {
        @Override
        public byte[] getBytes() {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    }

    private final StatefulRedisConnection<String, String> connection;
    private final ReplyGuard guard;
    private final long deadline;
    private final StringCodec codec;

    private LettuceSession(
            StatefulRedisConnection<String, String> connection,
            ReplyGuard guard,
            Duration commandTimeout,
            Charset charset) {
        this.connection = connection;
        this.guard = guard;
        this.deadline = System.nanoTime() + commandTimeout.toNanos();
        this.codec = new StringCodec(charset);
    }

    /**
     * Connects and logs in. A connection that is established only after the timeout is closed then.
     *
     * @param connect opens a connection on which the guard stands
     * @param dialogue says how long all commands may take, and how their texts become bytes
     * @throws StepFailure if that fails or times out
     */
    static LettuceSession open(
            Function<RedisURI, CompletionStage<StatefulRedisConnection<String, String>>> connect,
            ReplyGuard guard,
            RedisURI uri,
            Dialogue<?> dialogue)
            throws StepFailure {
        CompletableFuture<StatefulRedisConnection<String, String>> opening =
                connect.apply(uri).toCompletableFuture();
        Duration limit = uri.getTimeout().plusMillis(200);
        try {
            StatefulRedisConnection<String, String> opened = await("AUTH", opening, guard, limit.toNanos());
            return new LettuceSession(opened, guard, dialogue.limit(uri.getTimeout()), dialogue.charset());
        } catch (StepFailure e) {
            opening.thenAccept(StatefulRedisConnection::closeAsync);
            throw e;
        }
    }

    @Override
    public Answer sendAs(String step, String command, String... arguments) {
        CommandArgs<String, String> args = new CommandArgs<>(codec);
        for (String argument : arguments) {
            args.addValue(argument);
        }
        CompletableFuture<Object> reply = connection
                .async()
                .dispatch(new Command(command), new AnyReply(codec), args)
                .toCompletableFuture();
        return new Pending(step, reply, guard, deadline);
    }

    /** An answer that may not have arrived yet. */
    private record Pending(String step, CompletableFuture<Object> reply, ReplyGuard guard, long deadline)
            implements Answer {
        @Override
        public String text() throws StepFailure {
            return answer(String.class);
        }

        @Override
        public long number() throws StepFailure {
            return answer(Long.class);
        }

        @Override
        public List<String> texts() throws StepFailure {
            return flat(answer(List.class)).toList();
        }

        @Override
        public List<List<String>> groups() throws StepFailure {
            List<?> elements = answer(List.class);
            return elements.stream().map(element -> flat(element).toList()).toList();
        }

        private static Stream<String> flat(Object element) {
            return element instanceof List<?> array ? array.stream().flatMap(Pending::flat) : Stream.of("" + element);
        }

        private <T> T answer(Class<T> type) throws StepFailure {
            Object answer = await(step, reply, guard, deadline - System.nanoTime());
            if (!type.isInstance(answer)) {
                throw StepFailure.notRedis(step);
            }
            return type.cast(answer);
        }
    }

    /** Waits for the reply or for the end of the connection. A reply that came before the end counts. */
    private static <T> T await(String step, CompletableFuture<T> reply, ReplyGuard guard, long nanos)
            throws StepFailure {
        try {
            CompletableFuture.anyOf(reply, guard.ended()).get(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
            if (reply.isDone()) {
                return reply.get();
            }
            throw LettuceFailures.ended(step, guard);
        } catch (TimeoutException e) {
            throw LettuceFailures.late(step, guard);
        } catch (ExecutionException e) {
            throw LettuceFailures.of(step, e.getCause(), guard);
        } catch (CancellationException e) {
            throw LettuceFailures.ended(step, guard);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StepFailure.timeout(step);
        }
    }

    @Override
    public void close() {
        // lettuce closes a connection that the server closed, and logs a warning if it is closed again.
        if (connection.isOpen()) {
            connection
                    .closeAsync()
                    .orTimeout(500, TimeUnit.MILLISECONDS)
                    .exceptionally(late -> null)
                    .join();
        }
    }
}
