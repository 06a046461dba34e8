package dev.cacheward.testbed;

import io.fabric8.mockwebserver.http.RecordedRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A request that the embedded API server received. The body is left out: it may hold a password.
 *
 * @param path without the query
 * @param query as it was sent, still encoded; empty if there was none
 * @param userAgent who asked: {@link StandInKubelet#USER_AGENT} for the kubelet
 * @param status the code that was answered, 101 for a watch; 0 while it is not answered yet
 */
public record Request(String method, String path, String query, String contentType, String userAgent, int status) {
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

    static Request of(RecordedRequest request) {
        URI uri = URI.create(request.getPath());
        return new Request(
                request.getMethod(),
                uri.getRawPath(),
                Optional.ofNullable(uri.getRawQuery()).orElse(""),
                header(request, "Content-Type"),
                header(request, "User-Agent"),
                0);
    }

    private static String header(RecordedRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name)).orElse("");
    }

    Request answered(int code) {
        return new Request(method, path, query, contentType, userAgent, code);
    }

    /** Whether it asked for a change. */
    public boolean isWrite() {
        return WRITES.contains(method);
    }

    /** Whether it only asks what a write would do. */
    public boolean isDryRun() {
        return parameter("dryRun").isPresent();
    }

    /** Whether it is a server-side apply. */
    public boolean isApply() {
        return method.equals("PATCH") && contentType.contains("apply-patch");
    }

    Optional<String> parameter(String name) {
        return Arrays.stream(query.split("&"))
                .filter(p -> p.startsWith(name + "="))
                .map(p -> URLDecoder.decode(p.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst();
    }
}
