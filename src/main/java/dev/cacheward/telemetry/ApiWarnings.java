package dev.cacheward.telemetry;

import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.http.AsyncBody.Consumer;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears the warnings of the API server to our writes, for example that a field or a version is deprecated, or that a policy will
 * refuse the object one day. The client itself only logs them at debug level. All are counted; each is logged and told once for
 * a resource, since the same write brings the same warning each time.
 */
public final class ApiWarnings implements Interceptor, Telemetry {
    private static final Logger LOG = LoggerFactory.getLogger(ApiWarnings.class);

    /** A header with code 299, as Kubernetes sends it: an agent and a quoted text. */
    private static final Pattern WARNING = Pattern.compile("299 \\S+ \"((?:[^\"\\\\]|\\\\.)*)\"");

    /** In characters; the API server sends longer ones in parts. */
    private static final int LONGEST = 1024;

    /** For each resource; this bounds the memory that a webhook with a text of its own each time takes. */
    private static final int MOST = 20;

    /** The resource that this thread reconciles. The client calls {@link #consumer} in the thread that writes. */
    private final ThreadLocal<HasMetadata> reconciled = new ThreadLocal<>();

    private final Map<HttpRequest, HasMetadata> sent = Collections.synchronizedMap(new WeakHashMap<>());
    private final Map<ResourceKey, Set<String>> told = new ConcurrentHashMap<>();
    private final AtomicReference<Telemetry> listener = new AtomicReference<>(new Telemetry() {});
    private final Counter heard;

    /** @param registry gets the counter */
    public ApiWarnings(MeterRegistry registry) {
        this.heard = Counter.builder("cacheward.api.warnings")
                .description("Warnings of the API server to writes of the operator")
                .register(registry);
    }

    /** Sets who tells a resource's warnings. */
    public void tell(Telemetry listener) {
        this.listener.set(listener);
    }

    @Override
    public void reconcileStarted(HasMetadata resource) {
        reconciled.set(resource);
    }

    @Override
    public void reconcileEnded() {
        reconciled.remove();
    }

    @Override
    public void deleted(ResourceKey resource) {
        told.remove(resource);
    }

    @Override
    public Consumer<List<ByteBuffer>> consumer(Consumer<List<ByteBuffer>> consumer, HttpRequest request) {
        Optional.ofNullable(reconciled.get())
                .filter(resource -> !request.method().equals("GET"))
                .ifPresent(resource -> sent.put(request, resource));
        return consumer;
    }

    @Override
    public void after(HttpRequest request, HttpResponse<?> response, Consumer<List<ByteBuffer>> consumer) {
        Optional<HasMetadata> resource = Optional.ofNullable(sent.remove(request));
        if (!request.method().equals("GET")) {
            texts(Optional.ofNullable(response.headers("Warning")).orElse(List.of()))
                    .forEach(text -> heard(resource, text));
        }
    }

    /** Returns the printable texts of the headers. */
    static List<String> texts(List<String> headers) {
        return headers.stream()
                .flatMap(header -> WARNING.matcher(header).results())
                .map(found -> found.group(1).replaceAll("\\\\(.)", "$1"))
                .map(text -> Quote.printable(Quote.shortened(text, LONGEST)))
                .toList();
    }

    private void heard(Optional<HasMetadata> resource, String text) {
        heard.increment();
        resource.filter(known -> isNews(known, text)).ifPresent(known -> {
            LOG.warn(
                    "The API server warns about {} {}: {}",
                    known.getKind(),
                    ResourceKey.of(known).name(),
                    text);
            listener.get().warned(known, text);
        });
    }

    private boolean isNews(HasMetadata resource, String text) {
        Set<String> texts = told.computeIfAbsent(ResourceKey.of(resource), any -> ConcurrentHashMap.newKeySet());
        return texts.size() < MOST && texts.add(text);
    }
}
