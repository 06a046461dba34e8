package dev.cacheward.cacheprofile.report.health;

import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Finding;
import dev.cacheward.status.PreviousStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts the health of a server into conditions. What was said stays until the readings say clearly something else, also over a restart of
 * the operator, which has to collect readings anew.
 */
public final class HealthReport {
    private HealthReport() {}

    /**
     * Returns the conditions.
     *
     * @param readings with the sample of the vitals, if there is one
     */
    public static List<Finding> of(Vitals vitals, Readings readings, PreviousStatus<?> before) {
        return Stream.of(ConditionType.values())
                .filter(vitals.told()::contains)
                .flatMap(type -> finding(type, vitals, readings, before.finding(type)).stream())
                .toList();
    }

    private static Optional<Finding> finding(
            ConditionType type, Vitals vitals, Readings readings, Optional<Finding> before) {
        return vitals.sample()
                .map(sample -> switch (type) {
                    case PERSISTENCE_HEALTHY -> PersistenceHealth.of(sample, readings, before);
                    case MEMORY_HEALTHY ->
                        new MemoryHealth(sample.info().stats(), vitals.managed()).of(readings.window(), before);
                    case HIT_RATE_HEALTHY -> HitRateHealth.of(readings.window(), before);
                    default -> throw new IllegalArgumentException("no condition of health: " + type);
                })
                .or(() -> before);
    }
}
