package dev.cacheward.runtime;

import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says why the operator could not start, in words for the person who started it. */
public final class StartFailure {
    private static final int LONGEST = 300;

    private static final Pattern LINE = Pattern.compile("line [0-9]+");

    private StartFailure() {}

    /**
     * Returns the cause that this person can remove, or else the innermost one.
     *
     * @param server the address of the API server
     * @param proxy the proxy to it, if there is one
     */
    public static String describe(Throwable failure, String server, Optional<ProxyRoute.Proxy> proxy) {
        return find(failure, KubernetesClientException.class)
                .flatMap(refused -> refusal(refused, server))
                .or(() -> find(failure, IOException.class).map(lost -> noAnswer(lost, server, proxy)))
                .orElseGet(() -> "Cannot start: " + last(failure));
    }

    /** Returns why no client can be made from the kubeconfig. */
    public static String unusable(Throwable failure) {
        return "No client for the API server can be made (" + Quote.shortened(brief(last(failure)), LONGEST)
                + "): check KUBECONFIG, its current context and its certificates.";
    }

    /** A message of several lines is that of a YAML parser, which quotes what stands around: that may be a token. */
    private static String brief(Throwable cause) {
        String text = String.valueOf(cause);
        Matcher line = LINE.matcher(text);
        return text.lines().count() == 1
                ? text
                : cause.getClass().getSimpleName() + (line.find() ? " at " + line.group() : "");
    }

    private static String noAnswer(IOException lost, String server, Optional<ProxyRoute.Proxy> proxy) {
        return proxy.map(through -> "No API server answers at " + server + " through the proxy " + through + " (" + lost
                        + "): check that the proxy lets it through, or name the server in NO_PROXY.")
                .orElseGet(() -> "No API server answers at " + server + " (" + lost
                        + "): check KUBECONFIG and its current context.");
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
