package dev.cacheward.redis.client;

import dev.cacheward.redis.client.tls.TlsFailures;
import dev.cacheward.redis.client.tls.TlsTrouble;
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
                .map(error -> StepFailure.error(step, String.valueOf(error.getMessage())))
                .or(() -> refusedLogin(step, guard))
                .or(() -> encryption(thrown, guard).map(StepFailure::tls))
                .orElseGet(() -> withoutReply(step, thrown, guard));
    }

    /** Returns the failure of a command that has no reply since the connection has ended. */
    static StepFailure ended(String step, ReplyGuard guard) {
        if (guard.ended().getNow(ReplyGuard.Ending.CLOSED) == ReplyGuard.Ending.TOO_LONG) {
            return StepFailure.tooLong(step);
        }
        Optional<StepFailure> refusedLogin = refusedLogin(step, guard);
        if (refusedLogin.isPresent()) {
            return refusedLogin.get();
        }
        if (!guard.connected()) {
            return StepFailure.refused(step);
        }
        if (guard.firstWords().alert() && guard.handshake().isEmpty()) {
            return StepFailure.tls(TlsTrouble.TLS_SERVER);
        }
        return handshake(guard, TlsTrouble.CLOSED)
                .map(StepFailure::tls)
                .orElseGet(() -> guard.givenUp() || guard.firstWords().otherProtocol()
                        ? StepFailure.notRedis(step)
                        : StepFailure.closed(step));
    }

    /** Returns the failure of a command whose answer did not come in time. */
    static StepFailure late(String step, ReplyGuard guard) {
        return handshake(guard, TlsTrouble.SILENT)
                .filter(trouble -> guard.connected())
                .map(StepFailure::tls)
                .orElseGet(() -> StepFailure.timeout(step));
    }

    private static Optional<StepFailure> refusedLogin(String step, ReplyGuard guard) {
        return guard.firstWords()
                .error()
                .filter(error -> step.equals("AUTH"))
                .map(error -> StepFailure.error(step, error));
    }

    private static StepFailure withoutReply(String step, Throwable thrown, ReplyGuard guard) {
        if (find(thrown, UnknownHostException.class).isPresent()) {
            return StepFailure.noAddress(step);
        }
        if (find(thrown, ConnectTimeoutException.class).isPresent()) {
            return StepFailure.unreachable(step);
        }
        if (Stream.of(TimeoutException.class, RedisCommandTimeoutException.class)
                .anyMatch(type -> find(thrown, type).isPresent())) {
            return late(step, guard);
        }
        return isCut(thrown) ? ended(step, guard) : StepFailure.notRedis(step);
    }

    /** In TLS 1.3, a server refuses the client's certificate only after the client has taken the handshake for done. */
    private static Optional<TlsTrouble> encryption(Throwable thrown, ReplyGuard guard) {
        return TlsFailures.isTls(thrown)
                ? Optional.of(TlsFailures.of(thrown, guard.showsCertificate()))
                : Optional.<TlsTrouble>empty();
    }

    /** Returns what is the matter with a handshake that has failed, or that has not come to its end. */
    private static Optional<TlsTrouble> handshake(ReplyGuard guard, TlsTrouble unfinished) {
        return guard.handshake()
                .filter(handshake -> !handshake.isSuccess())
                .map(handshake -> Optional.ofNullable(handshake.cause())
                        .map(cause -> TlsFailures.of(cause, guard.showsCertificate()))
                        .orElse(unfinished));
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
