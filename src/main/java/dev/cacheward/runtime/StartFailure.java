package dev.cacheward.runtime;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Says why the operator could not start, in words for the person who started it. */
public final class StartFailure {
    private StartFailure() {}

    /**
     * Returns the cause that this person can remove, or else the innermost one.
     *
     * @param server the address of the API server
     */
    public static String describe(Throwable failure, String server) {
        return find(failure, KubernetesClientException.class)
                .flatMap(refused -> refusal(refused, server))
                .or(() -> find(failure, IOException.class)
                        .map(lost -> "No API server answers at " + server + " (" + lost
                                + "): check KUBECONFIG and its current context."))
                .orElseGet(() -> "Cannot start: " + last(failure));
    }

    private static Optional<String> refusal(KubernetesClientException refused, String server) {
        String words =
                refused.getStatus() == null ? "" : " (" + refused.getStatus().getMessage() + ")";
        return switch (refused.getCode()) {
            case HttpURLConnection.HTTP_NOT_FOUND ->
                Optional.of("The API server at " + server
                        + " does not know the custom resources: kubectl apply --server-side -f crds/");
            case HttpURLConnection.HTTP_UNAUTHORIZED ->
                Optional.of("The API server at " + server + " does not accept these credentials: check KUBECONFIG.");
            case HttpURLConnection.HTTP_FORBIDDEN ->
                Optional.of("A right is missing" + words
                        + ": grant it, or name the namespaces to look after in CACHEWARD_NAMESPACES.");
            default -> Optional.empty();
        };
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return causes(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Throwable last(Throwable failure) {
        return causes(failure).reduce((outer, inner) -> inner).orElse(failure);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
