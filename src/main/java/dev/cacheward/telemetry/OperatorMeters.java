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

/** What is measured of the operator, in the form of Prometheus. Labels take values of small sets, or of resources that exist. */
public final class OperatorMeters implements AutoCloseable {
    /** The SDK's count of the attempts at one resource, which has no bound: each would begin a series that stays for ever. */
    private static final String ATTEMPTS = "reconciliations.retries.number";

    /** Of what {@link #scrape} gives. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Telemetry telemetry =
            Telemetry.all(List.of(new ReasonMeters(registry), new ReadyTimes(registry), new RepairMeters(registry)));

    /** Measures the process itself from now on. */
    public OperatorMeters() {
        registry.config().meterFilter(MeterFilter.ignoreTags(ATTEMPTS));
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /** Measures what the reconcilers tell. */
    public Telemetry telemetry() {
        return telemetry;
    }

    /** Takes more meters, which {@link #scrape} shows with these. */
    public MeterRegistry registry() {
        return registry;
    }

    /**
     * Measures what the operator SDK tells.
     *
     * @param listeners are told what the SDK alone knows: the begin and end of reconciliations, and which resources are gone
     */
    @SuppressWarnings("removal") // its successor counts looks at resources that are gone as queued for ever
    public Metrics sdk(Telemetry listeners) {
        Metrics sdk = MicrometerMetrics.withoutPerResourceMetrics(registry);
        return new AggregatedMetrics(List.of(new ReconcileMetrics(sdk, listeners), sdk));
    }

    /** Tells which replica leads. */
    public void leadership(BooleanSupplier leads) {
        Gauge.builder("cacheward.leader", leads, is -> is.getAsBoolean() ? 1 : 0)
                .description("Whether this replica acts")
                .strongReference(true)
                .register(registry);
    }

    /** Tells how many watches do not get what they need. */
    public void watches(IntSupplier missing) {
        Gauge.builder("cacheward.watches.missing", missing, IntSupplier::getAsInt)
                .description("Kinds that cannot be listed and watched, counted for each namespace")
                .strongReference(true)
                .register(registry);
    }

    /** The page that Prometheus reads. */
    public String scrape() {
        return registry.scrape(CONTENT_TYPE);
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
