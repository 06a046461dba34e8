package dev.cacheward.telemetry;

import io.javaoperatorsdk.operator.api.monitoring.AggregatedMetrics;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.monitoring.micrometer.MicrometerMetrics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * Holds the metrics of the operator, in the format of Prometheus. The values of a label come from a small set, or are names of resources that
 * exist.
 */
public final class OperatorMeters implements AutoCloseable {
    /**
     * The SDK's tag for the number of attempts at one resource. It has no bound, and each value would add a series for ever.
     */
    private static final String ATTEMPTS = "reconciliations.retries.number";

    /** The content type of what {@link #scrape} returns. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Telemetry telemetry = Telemetry.all(List.of(
            new ReasonMeters(registry),
            new ReadyTimes(registry),
            new HealthMeters(registry),
            new RepairMeters(registry),
            new ContentionMeters(registry)));

    /** Starts to measure the process itself. */
    public OperatorMeters() {
        registry.config().meterFilter(MeterFilter.ignoreTags(ATTEMPTS)).meterFilter(new SdkDescriptions());
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /** Returns the listener that measures what the reconcilers report. */
    public Telemetry telemetry() {
        return telemetry;
    }

    /** Takes more meters, which {@link #scrape} shows with these. */
    public MeterRegistry registry() {
        return registry;
    }

    /**
     * Returns the listener that measures what the operator SDK reports.
     *
     * @param listeners receive what only the SDK knows: when reconciliations begin and end, and which resources are deleted
     */
    @SuppressWarnings("removal") // its successor counts reconciliations of deleted resources as queued for ever
    public Metrics sdk(Telemetry listeners) {
        Metrics sdk = MicrometerMetrics.withoutPerResourceMetrics(registry);
        return new AggregatedMetrics(List.of(new ReconcileMetrics(sdk, listeners), sdk));
    }

    /** Registers the number 1 with what this program is, so that a query can join it to others. */
    public void build(String version, String revision) {
        Gauge.builder("cacheward.build.info", () -> 1)
                .description("What the operator was built from, and the Java that it runs on")
                .tags(
                        "version",
                        version,
                        "revision",
                        revision,
                        "java",
                        Runtime.version().toString())
                .strongReference(true)
                .register(registry);
    }

    /** Registers the gauge that says whether this replica leads. */
    public void leadership(BooleanSupplier leads) {
        Gauge.builder("cacheward.leader", leads, is -> is.getAsBoolean() ? 1 : 0)
                .description("Whether this replica acts")
                .strongReference(true)
                .register(registry);
    }

    /** Registers the gauge for the number of watches that fail. */
    public void watches(IntSupplier missing) {
        Gauge.builder("cacheward.watches.missing", missing, IntSupplier::getAsInt)
                .description("Kinds that cannot be listed and watched, counted for each namespace")
                .strongReference(true)
                .register(registry);
    }

    /** Returns the page that Prometheus reads. */
    public String scrape() {
        return registry.scrape(CONTENT_TYPE);
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
