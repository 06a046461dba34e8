package dev.cacheward.health;

import dev.cacheward.telemetry.ResourceKey;
import dev.cacheward.telemetry.Telemetry;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Tells whether the reconcilers are alive. An open port does not prove that, and an API server that does not answer does not
 * disprove it: requests time out, and the next reconciliations begin. Two signs count: a reconciliation that does not end, and
 * a resource that has not been reconciled for much longer than the reconcile interval.
 */
public final class LivenessCheck implements Telemetry {
    /** All requests of one reconciliation together take less than half of this time, even if each of them times out. */
    static final Duration LONGEST_RECONCILIATION = Duration.ofMinutes(5);

    /**
     * Each resource may delay the others by this time: ten reconciliations run at once, and one with a dead Redis server takes
     * some seconds.
     */
    static final Duration QUEUE = Duration.ofSeconds(2);

    private record Begun(ResourceKey resource, long time) {}

    private final Map<Thread, Begun> running = new ConcurrentHashMap<>();
    private final Map<ResourceKey, Long> lastBegins = new ConcurrentHashMap<>();
    private final Duration longestPause;
    private final LongSupplier nanoTime;

    /**
     * @param reconcileInterval the time between two reconciliations of a resource at rest
     * @param nanoTime a monotonic clock such as {@link System#nanoTime}: a change of the system clock must not look like a
     *     stuck operator
     */
    public LivenessCheck(Duration reconcileInterval, LongSupplier nanoTime) {
        this.longestPause = reconcileInterval.plus(LONGEST_RECONCILIATION);
        this.nanoTime = nanoTime;
    }

    @Override
    public void reconcileStarted(HasMetadata resource) {
        ResourceKey key = ResourceKey.of(resource);
        long now = nanoTime.getAsLong();
        lastBegins.put(key, now);
        running.put(Thread.currentThread(), new Begun(key, now));
    }

    @Override
    public void reconcileEnded() {
        running.remove(Thread.currentThread());
    }

    @Override
    public void deleted(ResourceKey resource) {
        lastBegins.remove(resource);
    }

    /** Says what is wrong; empty if nothing is. */
    public Optional<String> failure() {
        long now = nanoTime.getAsLong();
        return running.values().stream()
                .filter(begun -> now - begun.time() > LONGEST_RECONCILIATION.toNanos())
                .findFirst()
                .map(begun -> "The reconciliation of " + begun.resource() + " has not ended for "
                        + seconds(now - begun.time()))
                .or(() -> forgotten(now));
    }

    private Optional<String> forgotten(long now) {
        Duration longest = longestPause.plus(QUEUE.multipliedBy(lastBegins.size()));
        return lastBegins.entrySet().stream()
                .filter(last -> now - last.getValue() > longest.toNanos())
                .findFirst()
                .map(last -> last.getKey() + " has not been reconciled for " + seconds(now - last.getValue()));
    }

    private static String seconds(long nanos) {
        return Duration.ofNanos(nanos).toSeconds() + " s.";
    }
}
