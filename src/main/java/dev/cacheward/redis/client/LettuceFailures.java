package dev.cacheward.redis.client;

import dev.cacheward.status.Reason;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import io.netty.channel.ConnectTimeoutException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Turns an exception of the client library into a failure. The innermost cause that is known decides. */
final class LettuceFailures {
    private LettuceFailures() {}

    /** @param step the command, such as {@code SET} */
    static StepFailure of(String step, Throwable thrown, ReplyGuard guard) {
        return find(thrown, RedisCommandExecutionException.class)
                .map(error -> String.valueOf(error.getMessage()))
                .map(reply -> new StepFailure(FailureText.of(step, reply), reply))
                .orElseGet(() -> withoutReply(step, thrown, guard));
    }

    /** Returns the failure of a command that has no reply since the connection has ended. */
    static StepFailure ended(String step, ReplyGuard guard) {
        if (guard.ended().getNow(ReplyGuard.Ending.CLOSED) == ReplyGuard.Ending.TOO_LONG) {
            return StepFailure.tooLong(step);
        }
        if (!guard.connected()) {
            return refused();
        }
        return guard.givenUp() ? StepFailure.notRedis(step) : StepFailure.closed(step);
    }

    private static StepFailure withoutReply(String step, Throwable thrown, ReplyGuard guard) {
        if (find(thrown, UnknownHostException.class).isPresent()) {
            return StepFailure.of(
                    Reason.CONNECTION_REFUSED,
                    "The server's name has no address. Does the server run under this name?");
        }
        if (find(thrown, ConnectTimeoutException.class).isPresent()) {
            return StepFailure.of(
                    Reason.TIMEOUT,
                    "Nothing answers at the server's address. Does its node run, and does a network policy let this"
                            + " connection through?");
        }
        if (Stream.of(TimeoutException.class, RedisCommandTimeoutException.class)
                .anyMatch(type -> find(thrown, type).isPresent())) {
            return StepFailure.timeout(step);
        }
        return isCut(thrown) ? ended(step, guard) : StepFailure.notRedis(step);
    }

    private static StepFailure refused() {
        return StepFailure.of(
                Reason.CONNECTION_REFUSED,
                "The server takes no connection. Does it run? Look into its log for why it ended.");
    }

    /**
     * Whether the connection failed or was closed. Depending on the moment, lettuce throws different exceptions for this.
     */
    private static boolean isCut(Throwable thrown) {
        Throwable innermost = Stream.iterate(thrown, t -> t != null, Throwable::getCause)
                .limit(10)
                .reduce(thrown, (outer, inner) -> inner);
        return innermost instanceof IOException
                || innermost instanceof RedisConnectionException
                || innermost instanceof IllegalStateException;
    }

    private static <E> Optional<E> find(Throwable thrown, Class<E> type) {
        return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
                .limit(10)
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((outer, inner) -> inner);
    }
}
