package dev.cacheward.operator;

import dev.cacheward.cacheprofile.CacheProfileReconciler;
import dev.cacheward.drift.Tries;
import dev.cacheward.events.EventRecorder;
import dev.cacheward.kubernetes.WatchReport;
import dev.cacheward.kubernetes.fields.ManagedFieldsStrippingStore;
import dev.cacheward.ratelimitpolicy.RateLimitPolicyReconciler;
import dev.cacheward.reconcile.ReconcileFilter;
import dev.cacheward.reconcile.ReconcilerDependencies;
import dev.cacheward.redis.PasswordGenerator;
import dev.cacheward.runtime.Settings;
import dev.cacheward.telemetry.redis.ServerTelemetry;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.RegisteredController;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.api.config.InformerStoppedHandler;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The whole operator: two reconcilers that share one client. */
public final class CachewardOperator implements AutoCloseable {
    private static final Duration FINISH = Duration.ofSeconds(10);
    private static final long FIRST_RETRY_MILLIS = 500;
    private static final long LAST_RETRY_MILLIS = 10_000;

    /**
     * The time that a cache gets to sync. Without the list permission it never does: the operator starts anyway, and skips
     * resources whose caches are missing.
     */
    private static final Duration LISTS = Duration.ofSeconds(5);

    private final io.javaoperatorsdk.operator.Operator operator;
    private final CacheProfileReconciler profiles;
    private final Connections connections;
    private final EventRecorder events;
    private final WatchReport watches;

    private CachewardOperator(
            io.javaoperatorsdk.operator.Operator operator,
            CacheProfileReconciler profiles,
            Connections connections,
            EventRecorder events,
            WatchReport watches) {
        this.operator = operator;
        this.profiles = profiles;
        this.connections = connections;
        this.events = events;
        this.watches = watches;
    }

    /**
     * Starts to reconcile the resources. Returns when the caches are synced, or had their time for that.
     *
     * @param client stays the caller's, who closes it after the operator
     */
    public static CachewardOperator start(KubernetesClient client, Settings settings, Clock clock) {
        return start(
                Connections.of(client, settings), settings, clock, Instruments.create(settings), Lifecycle.alone());
    }

    /**
     * Starts to watch the resources. Returns when the caches are synced, or had their time for that.
     *
     * @param instruments receive everything that is reported
     * @param lifecycle decides when reconciliations begin
     */
    public static CachewardOperator start(
            Connections connections, Settings settings, Clock clock, Instruments instruments, Lifecycle lifecycle) {
        KubernetesClient client = connections.client();
        StartupCheck.make(client, settings);
        EventRecorder events =
                new EventRecorder(client, settings.replica().podName().orElse("cacheward"), clock);
        ReconcilerDependencies dependencies =
                new ReconcilerDependencies(client, settings, clock, instruments.with(events), new Tries(clock));
        io.javaoperatorsdk.operator.Operator operator =
                sdk(client, instruments.meters().sdk(dependencies.telemetry()), lifecycle);
        CacheProfileReconciler profiles = profiles(dependencies, connections, instruments.servers());
        List<RegisteredController<?>> controllers = List.of(
                operator.register(profiles, controller -> configure(controller, settings)),
                operator.register(
                        new RateLimitPolicyReconciler(dependencies), controller -> configure(controller, settings)));
        operator.start();
        WatchReport watches = new WatchReport(client, controllers).begin();
        instruments.meters().watches(watches::missing);
        return new CachewardOperator(operator, profiles, connections, events, watches);
    }

    private static CacheProfileReconciler profiles(
            ReconcilerDependencies dependencies, Connections connections, ServerTelemetry servers) {
        return new CacheProfileReconciler(
                dependencies,
                connections.redis(),
                connections.external(),
                PasswordGenerator.random(new SecureRandom()),
                servers);
    }

    private static io.javaoperatorsdk.operator.Operator sdk(
            KubernetesClient client, Metrics metrics, Lifecycle lifecycle) {
        return new io.javaoperatorsdk.operator.Operator(configuration -> configuration
                .withKubernetesClient(client)
                .withCloseClientOnStop(false)
                .withExecutorService(lifecycle.gate())
                .withReconciliationTerminationTimeout(FINISH)
                .withMetrics(metrics)
                .withStopOnInformerErrorDuringStartup(false)
                .withCacheSyncTimeout(LISTS)
                .withInformerStoppedHandler(fatal(lifecycle.onFatal())));
    }

    /** Waits at most ten seconds for running reconciliations, and starts no new ones. */
    @Override
    public void close() {
        watches.close();
        operator.stop();
        // the SDK does not stop this one: its thread would live on and keep all caches in memory
        operator.getConfigurationService()
                .getExecutorServiceManager()
                .scheduledExecutorService()
                .shutdownNow();
        profiles.close();
        events.close();
        connections.external().close();
        connections.redis().close();
    }

    /**
     * The informers retry after errors that pass. They stop at an object that they cannot read, for example one of another
     * shape.
     */
    private static InformerStoppedHandler fatal(Consumer<Throwable> onFatal) {
        return (informer, failure) -> {
            if (failure != null) {
                onFatal.accept(failure);
            }
        };
    }

    private static <R extends HasMetadata> void configure(
            ControllerConfigurationOverrider<R> controller, Settings settings) {
        if (!settings.namespaces().isEmpty()) {
            controller.settingNamespaces(settings.namespaces());
        }
        ManagedFieldsStrippingStore.<R>of(settings.namespaces()).ifPresent(controller::withItemStore);
        controller.withGenerationAware(false).withOnUpdateFilter(ReconcileFilter::concerns);
        controller.withRetry(new GenericRetry()
                .withoutMaxAttempts()
                .setInitialInterval(FIRST_RETRY_MILLIS)
                .setMaxInterval(LAST_RETRY_MILLIS));
    }
}
