package dev.cacheward.leader;

import dev.cacheward.testbed.EmbeddedApi;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Replicas whose turns a test takes one by one, with a clock that it moves. */
final class Elections implements AutoCloseable {
    static final String LEASE = "cacheward";

    static final LeaseTimes TIMES = LeaseTimes.OPERATOR;

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    /** So that the clock overflows soon, as it may. */
    private static final long START = Long.MAX_VALUE - Duration.ofSeconds(20).toNanos();

    final EmbeddedApi api = EmbeddedApi.start();
    private final AtomicLong nanos = new AtomicLong(START);

    Election replica(String identity) {
        return replica(identity, Duration.ZERO, TIMES);
    }

    /** @param fast how far the clock on its wall is ahead; it goes as fast as the others */
    Election replica(String identity, Duration fast, LeaseTimes times) {
        LeaseRecord record = new LeaseRecord(
                identity, times.leaseDuration(), () -> NOW.plus(fast).plusNanos(nanos.get() - START));
        return new Election(store(), record, times, nanos::get);
    }

    LeaseStore store() {
        return new LeaseStore(api.client(), "team", LEASE);
    }

    Lease lease() {
        return store().read().orElseThrow();
    }

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Override
    public void close() {
        api.close();
    }
}
