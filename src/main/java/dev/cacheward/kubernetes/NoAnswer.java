package dev.cacheward.kubernetes;

import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A request without an answer from the API server. It is unreachable, or it waits for an admission webhook for longer than the
 * operator waits. It is unknown whether the request is carried out.
 *
 * @param object the resource type and the name in the request, for a message
 * @param why the reason in words
 */
public record NoAnswer(String object, String why) {
    /**
     * Returns the request that was not answered.
     *
     * @param failure is searched along its chain of causes
     * @return empty for every other failure, for example a request that was not sent or an interrupted thread
     */
    public static Optional<NoAnswer> of(Throwable failure) {
        return ApiRefusal.exceptions(failure)
                .filter(exception -> exception.getCode() <= 0)
                .findFirst()
                .filter(exception -> causes(exception).anyMatch(NoAnswer::isLost))
                .map(exception -> new NoAnswer(object(exception), why(exception)));
    }

    private static boolean isLost(Throwable cause) {
        boolean interrupted = cause instanceof InterruptedIOException && !isLate(cause);
        return isLate(cause) || cause instanceof IOException && !interrupted;
    }

    private static boolean isLate(Throwable cause) {
        return cause instanceof HttpTimeoutException
                || cause instanceof SocketTimeoutException
                || cause instanceof TimeoutException;
    }

    private static String why(KubernetesClientException exception) {
        return causes(exception).anyMatch(NoAnswer::isLate)
                ? "no answer came in time"
                : "the connection failed before an answer came";
    }

    private static String object(KubernetesClientException exception) {
        return Optional.ofNullable(exception.getResourcePlural()).orElse("an object")
                + Optional.ofNullable(exception.getName())
                        .map(name -> " " + Quote.whole(name))
                        .orElse("");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
