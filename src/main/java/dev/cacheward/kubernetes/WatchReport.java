package dev.cacheward.kubernetes;

import dev.cacheward.threads.DaemonThreads;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.RegisteredController;
import io.javaoperatorsdk.operator.api.reconciler.Constants;
import io.javaoperatorsdk.operator.health.InformerHealthIndicator;
import io.javaoperatorsdk.operator.health.InformerWrappingEventSourceHealthIndicator;
import io.javaoperatorsdk.operator.health.Status;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what cannot be watched, and when it can be again. The informers themselves retry for ever, so a permission that is
 * granted later takes effect without a restart.
 */
public final class WatchReport implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WatchReport.class);
    private static final long SECONDS = 30;

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(new DaemonThreads("watch-report"));
    private final Map<WatchProbe, String> told = new ConcurrentHashMap<>();
    private final KubernetesClient client;
    private final Collection<? extends RegisteredController<?>> controllers;

    /** @param controllers the controllers, whose informers have been started */
    public WatchReport(KubernetesClient client, Collection<? extends RegisteredController<?>> controllers) {
        this.client = client;
        this.controllers = controllers;
    }

    /** Logs what cannot be watched now, and from now on every change, checked every 30 seconds. */
    public WatchReport begin() {
        timer.scheduleWithFixedDelay(this::tell, 0, SECONDS, TimeUnit.SECONDS);
        return this;
    }

    /** Returns the number of watches that fail; each is of one kind, in one namespace or in all. */
    public int missing() {
        return told.size();
    }

    /** Catches every exception, since an exception would end the timer. */
    @SuppressWarnings("checkstyle:IllegalCatch")
    private void tell() {
        try {
            Map<WatchProbe, String> now = refusals();
            now.forEach((watching, message) -> {
                if (!message.equals(told.put(watching, message))) {
                    LOG.warn("Cannot list and watch {}, which is tried again: {}", watching, message);
                }
            });
            Set<WatchProbe> over = told.keySet().stream()
                    .filter(watching -> !now.containsKey(watching))
                    .collect(Collectors.toSet());
            over.forEach(watching -> {
                told.remove(watching);
                LOG.info("{} can be listed and watched now", watching);
            });
        } catch (RuntimeException failed) {
            LOG.debug("the informers could not be checked", failed);
        }
    }

    private Map<WatchProbe, String> refusals() {
        Map<WatchProbe, String> refusals =
                new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        controllers.stream()
                .flatMap(WatchReport::broken)
                .distinct()
                .forEach(watching ->
                        watching.refusal(client).ifPresent(refusal -> refusals.put(watching, message(refusal))));
        return refusals;
    }

    private static Stream<WatchProbe> broken(RegisteredController<?> controller) {
        return controller.getControllerHealthInfo().unhealthyInformerEventSourceHealthIndicators().values().stream()
                .flatMap(WatchReport::broken);
    }

    private static Stream<WatchProbe> broken(InformerWrappingEventSourceHealthIndicator<?> source) {
        Class<? extends HasMetadata> type =
                ((EventSource<?, ?>) source).resourceType().asSubclass(HasMetadata.class);
        return source.informerHealthIndicators().values().stream()
                .filter(informer -> informer.getStatus() == Status.UNHEALTHY)
                .map(informer -> new WatchProbe(type, namespace(informer)));
    }

    private static Optional<String> namespace(InformerHealthIndicator informer) {
        return Optional.of(informer.getTargetNamespace())
                .filter(namespace -> !namespace.equals(Constants.WATCH_ALL_NAMESPACES));
    }

    private static String message(KubernetesClientException refusal) {
        return ApiRefusal.forbidden(refusal).orElseGet(refusal::getMessage);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
