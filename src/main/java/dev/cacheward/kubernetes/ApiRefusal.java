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
import java.util.stream.Stream;

/**
 * Why the API server did not do what it was asked for.
 *
 * @param message its own words; where it has none, the bare code, or that it gave no answer
 * @param owners the fields that belong to others, and to whom; empty unless that is the reason
 */
public record ApiRefusal(int code, String message, List<String> owners) {
    private static final String OWNERS = "FieldManagerConflict";

    /** Only a person or an administrator can put these right; the others pass by themselves. */
    private static final Set<Integer> LASTING =
            Set.of(StatusCode.BAD_REQUEST, StatusCode.FORBIDDEN, StatusCode.INVALID);

    /** What the answer says; an exception without an answer gives its code. */
    public static ApiRefusal of(KubernetesClientException exception) {
        Optional<Status> status = Optional.ofNullable(exception.getStatus());
        return new ApiRefusal(
                exception.getCode(),
                status.map(Status::getMessage)
                        .or(() -> NoAnswer.of(exception).map(NoAnswer::why))
                        .orElse(exception.getCode() > 0 ? "HTTP " + exception.getCode() : "it was not asked"),
                status.map(Status::getDetails).map(StatusDetails::getCauses).orElse(List.of()).stream()
                        .filter(cause -> OWNERS.equals(cause.getReason()))
                        .map(ApiRefusal::owner)
                        .toList());
    }

    /**
     * The same where only a person can put it right.
     *
     * @throws KubernetesClientException the failure itself, if it passes: then it is tried again
     */
    public static ApiRefusal ofLasting(KubernetesClientException exception) {
        ApiRefusal refusal = of(exception);
        if (!refusal.lasting()) {
            throw exception;
        }
        return refusal;
    }

    /**
     * What the API server says of a request that the operator may not make; the message names the verb and the resource.
     *
     * @param failure is looked through, with what caused it
     * @return empty if it is anything else
     */
    public static Optional<String> forbidden(Throwable failure) {
        return message(failure, refusal -> refusal.code() == StatusCode.FORBIDDEN);
    }

    /**
     * What the API server says of a request at which it fails, for example because an admission webhook is broken; the
     * message names that.
     *
     * @param failure is looked through, with what caused it
     * @return empty if it is anything else
     */
    public static Optional<String> failing(Throwable failure) {
        return message(failure, refusal -> refusal.code() >= StatusCode.INTERNAL_ERROR);
    }

    private static Optional<String> message(Throwable failure, Predicate<ApiRefusal> which) {
        return exceptions(failure)
                .map(ApiRefusal::of)
                .filter(which)
                .map(ApiRefusal::message)
                .findFirst();
    }

    /** Those of the client that a failure is or was caused by, outermost first. */
    static Stream<KubernetesClientException> exceptions(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(KubernetesClientException.class::isInstance)
                .map(KubernetesClientException.class::cast);
    }

    /** Whether it stays so until somebody changes something. */
    public boolean lasting() {
        return LASTING.contains(code);
    }

    private static String owner(StatusCause cause) {
        return cause.getField() + " (" + cause.getMessage() + ")";
    }
}
