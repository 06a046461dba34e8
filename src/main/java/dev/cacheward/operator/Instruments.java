package dev.cacheward.operator;

import dev.cacheward.health.LivenessCheck;
import dev.cacheward.runtime.BuildInfo;
import dev.cacheward.runtime.Settings;
import dev.cacheward.telemetry.ApiWarnings;
import dev.cacheward.telemetry.OperatorMeters;
import dev.cacheward.telemetry.ReasonLog;
import dev.cacheward.telemetry.Telemetry;
import dev.cacheward.telemetry.redis.RedisMeters;
import java.util.List;

/**
 * Holds what reports on the operator itself.
 *
 * @param meters for Prometheus; to be closed
 * @param servers the numbers of Redis servers, shown among these meters
 * @param watch for the liveness probe
 * @param warnings hears the answers that the operator's client gets
 */
public record Instruments(OperatorMeters meters, RedisMeters servers, LivenessCheck watch, ApiWarnings warnings)
        implements AutoCloseable {
    /** Stands in the metric for what the build did not say. */
    private static final String UNKNOWN = "unknown";

    /** Makes new ones for one operator. */
    public static Instruments create(Settings settings) {
        OperatorMeters meters = new OperatorMeters();
        BuildInfo build = BuildInfo.read();
        meters.build(build.version().orElse(UNKNOWN), build.commit().orElse(UNKNOWN));
        return new Instruments(
                meters,
                new RedisMeters(meters.registry()),
                new LivenessCheck(settings.reconcileInterval(), System::nanoTime),
                new ApiWarnings(meters.registry()));
    }

    /** Returns all listeners of the reconcilers, and one more. */
    Telemetry with(Telemetry other) {
        warnings.tell(other);
        return Telemetry.all(List.of(new ReasonLog(), watch, meters.telemetry(), servers, warnings, other));
    }

    @Override
    public void close() {
        meters.close();
    }
}
