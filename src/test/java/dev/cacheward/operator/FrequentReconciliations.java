package dev.cacheward.operator;

import dev.cacheward.runtime.Settings;
import java.time.Duration;
import java.util.Map;

/** Settings that the environment cannot ask for, so that a test need not wait for the interval between two reconciliations. */
final class FrequentReconciliations {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private FrequentReconciliations() {}

    /** Those of {@link RunningOperator#settings}, with a reconciliation of each resource every second. */
    static Settings settings() {
        Settings usual = RunningOperator.settings(Map.of());
        return new Settings(
                usual.namespaces(),
                usual.redis(),
                usual.bounds(),
                usual.allowedHosts(),
                usual.ownNamespace(),
                usual.log(),
                INTERVAL,
                usual.replica(),
                usual.httpPort());
    }
}
