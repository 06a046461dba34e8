package dev.cacheward.redis.client;

import dev.cacheward.status.Cause;
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
    static StepFailure of(String step, Throwable thrown) {
        return find(thrown, RedisCommandExecutionException.class)
                .map(error -> String.valueOf(error.getMessage()))
                .map(reply -> new StepFailure(FailureText.of(step, reply), reply))
                .orElseGet(() -> new StepFailure(withoutReply(step, thrown), ""));
    }

    private static Cause withoutReply(String step, Throwable thrown) {
        if (find(thrown, UnknownHostException.class).isPresent()) {
            return new Cause(
                    Reason.CONNECTION_REFUSED,
                    "The server's name has no address. Does the server run under this name?");
        }
        if (find(thrown, ConnectTimeoutException.class).isPresent()) {
            return new Cause(
                    Reason.TIMEOUT,
                    "Nothing answers at the server's address. Does its node run, and does a network policy let this"
                            + " connection through?");
        }
        if (Stream.of(TimeoutException.class, RedisCommandTimeoutException.class)
                .anyMatch(type -> find(thrown, type).isPresent())) {
            return StepFailure.timeout(step).failure();
        }
        if (isCut(thrown)) {
            return new Cause(
                    Reason.CONNECTION_REFUSED,
                    "The server takes no connection, or cut it. Does it run? Look into its log for why it ended.");
        }
        return StepFailure.notRedis(step).failure();
    }

    /**
     * Whether the connection failed or was closed by the server. Depending on the moment, lettuce throws different exceptions
     * for this.
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
