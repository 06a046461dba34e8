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
 * Whether the reconcilers are alive. An open port says nothing about that, nor does a lost API server say the contrary: its
 * requests end by themselves, and the next reconciliations begin. Two signs count: one that does not end, and a resource that
 * is not reconciled any more, though every one is within the interval of the settings.
 */
public final class LivenessCheck implements Telemetry {
    /** All requests of one reconciliation, each at its longest, take less than half of it. */
    static final Duration LONGEST_RECONCILIATION = Duration.ofMinutes(5);

    /** By how much each resource may hold up the others: ten are reconciled at once, and one with a dead server takes some seconds. */
    static final Duration QUEUE = Duration.ofSeconds(2);

    private record Begun(ResourceKey resource, long time) {}

    private final Map<Thread, Begun> running = new ConcurrentHashMap<>();
    private final Map<ResourceKey, Long> lastBegins = new ConcurrentHashMap<>();
    private final Duration longestPause;
    private final LongSupplier nanoTime;

    /**
     * @param reconcileInterval how often each resource is reconciled
     * @param nanoTime such as {@link System#nanoTime}: a clock that is set would look like a stuck operator
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

    /** What is wrong, in words; empty: all is well. */
    public Optional<String> trouble() {
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
