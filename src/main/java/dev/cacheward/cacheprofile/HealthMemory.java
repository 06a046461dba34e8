package dev.cacheward.cacheprofile;

import dev.cacheward.cacheprofile.report.health.HealthReport;
import dev.cacheward.cacheprofile.report.health.Readings;
import dev.cacheward.cacheprofile.report.health.Vitals;
import dev.cacheward.status.Finding;
import dev.cacheward.status.PreviousStatus;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers what the servers of all profiles have said in the last half an hour. It may be lost: the status then says what it said before
 * until half an hour is known again.
 */
final class HealthMemory {
    private final Map<String, Readings> servers = new ConcurrentHashMap<>();

    /**
     * Returns the conditions of health.
     *
     * @param uid of the profile
     * @param lookups of the operator so far beside the checks; empty if that is not known now, so that the counters tell nothing
     */
    List<Finding> observe(String uid, Vitals vitals, PreviousStatus<?> before, OptionalLong lookups) {
        Readings readings = vitals.sample()
                .map(sample -> lookups.isPresent()
                        ? servers.merge(
                                uid,
                                Readings.none().with(sample, lookups.getAsLong()),
                                (known, first) -> known.with(sample, lookups.getAsLong()))
                        : servers.getOrDefault(uid, Readings.none()))
                .orElseGet(Readings::none);
        return HealthReport.of(vitals, readings, before);
    }

    void forget(String uid) {
        servers.remove(uid);
    }
}
