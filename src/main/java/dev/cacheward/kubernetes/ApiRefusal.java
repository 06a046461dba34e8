package dev.cacheward.kubernetes;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.api.model.StatusDetails;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The reason why the API server did not carry out a request.
 *
 * @param message the API server's own words; without any, the status code or why there was no answer
 * @param owners the fields with a conflict and their field managers; empty unless that is the reason
 */
public record ApiRefusal(int code, String message, List<String> owners) {
    private static final Pattern QUOTA_USED = Pattern.compile(", used: \\S+,(?= limited: )");
    private static final String OWNERS = "FieldManagerConflict";

    /** Only a person can remove the cause of these; the others pass by themselves. */
    private static final Set<Integer> LASTING =
            Set.of(StatusCode.BAD_REQUEST, StatusCode.FORBIDDEN, StatusCode.INVALID);

    /** Reads the answer in an exception; without an answer, the code of the exception. */
    public static ApiRefusal of(KubernetesClientException exception) {
        Optional<Status> status = Optional.ofNullable(exception.getStatus());
        return new ApiRefusal(
                exception.getCode(),
                status.map(Status::getMessage)
                        .map(ApiRefusal::steady)
                        .or(() -> NoAnswer.of(exception).map(NoAnswer::why))
                        .orElse(exception.getCode() > 0 ? "HTTP " + exception.getCode() : "it was not asked"),
                status.map(Status::getDetails).map(StatusDetails::getCauses).orElse(List.of()).stream()
                        .filter(cause -> OWNERS.equals(cause.getReason()))
                        .map(ApiRefusal::owner)
                        .toList());
    }

    /**
     * Reads the answer in an exception, if only a person can remove its cause.
     *
     * @throws KubernetesClientException the exception itself if the cause passes by itself, so that the caller retries
     */
    public static ApiRefusal ofLasting(KubernetesClientException exception) {
        ApiRefusal refusal = of(exception);
        if (!refusal.lasting()) {
            throw exception;
        }
        return refusal;
    }

    /**
     * Returns the API server's message about a missing permission, which names the verb and the resource.
     *
     * @param failure is searched along its chain of causes
     * @return empty for every other failure
     */
    public static Optional<String> forbidden(Throwable failure) {
        return message(failure, refusal -> refusal.code() == StatusCode.FORBIDDEN);
    }

    /**
     * Returns the API server's message about a failure of its own, for example because an admission webhook is broken; the
     * message names that.
     *
     * @param failure is searched along its chain of causes
     * @return empty for every other failure
     */
    public static Optional<String> failing(Throwable failure) {
        return message(failure, refusal -> refusal.code() >= StatusCode.INTERNAL_ERROR);
    }

    /**
     * Whether only a person can remove the cause of a failure.
     *
     * @param failure is searched along its chain of causes
     */
    public static boolean lasting(Throwable failure) {
        return exceptions(failure).map(ApiRefusal::of).anyMatch(ApiRefusal::lasting);
    }

    private static Optional<String> message(Throwable failure, Predicate<ApiRefusal> which) {
        return exceptions(failure)
                .map(ApiRefusal::of)
                .filter(which)
                .map(ApiRefusal::message)
                .findFirst();
    }

    /** Returns the client's exceptions in a chain of causes, outermost first. */
    static Stream<KubernetesClientException> exceptions(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(KubernetesClientException.class::isInstance)
                .map(KubernetesClientException.class::cast);
    }

    /** Whether the cause stays until a person removes it. */
    public boolean lasting() {
        return LASTING.contains(code);
    }

    /** Leaves out how much of a quota is used at the moment, since each change would cost a status write. */
    private static String steady(String message) {
        return QUOTA_USED.matcher(message).replaceAll(",");
    }

    private static String owner(StatusCause cause) {
        return cause.getField() + " (" + cause.getMessage() + ")";
    }
}
