package dev.cacheward.cluster.steps;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Every write that the API server has answered. Events are no effect: nobody acts on them. */
record WriteEffects(Effects effects) implements Interceptor {
    @Override
    public void after(HttpRequest request, HttpResponse<?> response, AsyncBody.Consumer<List<ByteBuffer>> consumer) {
        String path = request.uri().getPath();
        if (!request.method().equals("GET")
                && !isDryRun(request)
                && isOfANamespace(path)
                && !path.contains("/events")) {
            effects.done(
                    request.method() + " " + path.replaceFirst("^.*/namespaces/[^/]+/", "") + " " + response.code());
        }
    }

    private static boolean isDryRun(HttpRequest request) {
        return Optional.ofNullable(request.uri().getQuery()).orElse("").contains("dryRun=All");
    }

    /** Others ask what the operator may do. */
    private static boolean isOfANamespace(String path) {
        return path.contains("/namespaces/");
    }
}
