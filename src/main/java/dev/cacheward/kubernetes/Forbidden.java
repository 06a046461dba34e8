package dev.cacheward.kubernetes;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.Optional;
import java.util.stream.Stream;

/** A request that the operator may not make: the API server's own words name the verb and the resource. */
public final class Forbidden {
    private Forbidden() {}

    /** The words, of the failure or of what caused it; empty if it is anything else. */
    public static Optional<String> words(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .filter(KubernetesClientException.class::isInstance)
                .map(KubernetesClientException.class::cast)
                .filter(refused -> refused.getCode() == HttpURLConnection.HTTP_FORBIDDEN)
                .filter(refused -> refused.getStatus() != null)
                .map(refused -> refused.getStatus().getMessage())
                .findFirst();
    }

    /**
     * What a resource says about it.
     *
     * @param what the operator wanted to do
     * @throws KubernetesClientException the failure, if it is anything else
     */
    static Cause cause(String what, KubernetesClientException failure) {
        return words(failure)
                .map(words -> new Cause(Reason.WRITE_REFUSED, "The API server refuses to " + what + ": " + words))
                .orElseThrow(() -> failure);
    }
}
