package dev.cacheward.operator;

import dev.cacheward.health.LivenessCheck;
import dev.cacheward.runtime.Settings;
import dev.cacheward.telemetry.OperatorMeters;
import dev.cacheward.telemetry.ReasonLog;
import dev.cacheward.telemetry.Telemetry;
import java.util.List;

/**
 * Holds what reports on the operator itself.
 *
 * @param meters the metrics for Prometheus
 * @param watch for the liveness probe
 */
public record Instruments(OperatorMeters meters, LivenessCheck watch) implements AutoCloseable {
    /** Makes new ones for one operator. */
    public static Instruments create(Settings settings) {
        return new Instruments(new OperatorMeters(), new LivenessCheck(settings.reconcileInterval(), System::nanoTime));
    }

    /** Returns all listeners of the reconcilers, and one more. */
    Telemetry with(Telemetry other) {
        return Telemetry.all(List.of(new ReasonLog(), watch, meters.telemetry(), other));
    }

    @Override
    public void close() {
        meters.close();
    }
}
