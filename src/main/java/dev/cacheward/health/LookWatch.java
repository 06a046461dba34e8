package dev.cacheward.health;

import dev.cacheward.telemetry.ResourceKey;
import dev.cacheward.telemetry.Telemetry;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Whether the reconcilers are alive. An open port says nothing about that, nor does a lost API server say the contrary: its
 * requests end by themselves, and the next looks begin. Two signs count: a look that does not end, and looks that no longer begin
 * though resources wait for theirs.
 */
public final class LookWatch implements Telemetry {
    /** All requests of one look, each at its longest, take less than half of it. */
    static final Duration LONGEST_LOOK = Duration.ofMinutes(5);

    private record Look(ResourceKey resource, long began) {}

    private final Map<Thread, Look> running = new ConcurrentHashMap<>();
    private final Set<ResourceKey> known = ConcurrentHashMap.newKeySet();
    private final Duration longestPause;
    private final LongSupplier nanoTime;
    private volatile long lastBegin;

    /**
     * @param lookEvery how often each resource is looked at
     * @param nanoTime such as {@link System#nanoTime}: a clock that is set would look like a stuck operator
     */
    public LookWatch(Duration lookEvery, LongSupplier nanoTime) {
        this.longestPause = lookEvery.plus(LONGEST_LOOK);
        this.nanoTime = nanoTime;
        this.lastBegin = nanoTime.getAsLong();
    }

    @Override
    public void begun(HasMetadata resource) {
        ResourceKey key = ResourceKey.of(resource);
        known.add(key);
        lastBegin = nanoTime.getAsLong();
        running.put(Thread.currentThread(), new Look(key, lastBegin));
    }

    @Override
    public void ended() {
        running.remove(Thread.currentThread());
    }

    @Override
    public void gone(ResourceKey resource) {
        known.remove(resource);
    }

    /** What is wrong, in words; empty: all is well. */
    public Optional<String> trouble() {
        long now = nanoTime.getAsLong();
        return running.values().stream()
                .filter(look -> now - look.began() > LONGEST_LOOK.toNanos())
                .findFirst()
                .map(look -> "The look at " + look.resource() + " has not ended for "
                        + Duration.ofNanos(now - look.began()).toSeconds() + " s.")
                .or(() -> paused(now));
    }

    private Optional<String> paused(long now) {
        return known.isEmpty() || now - lastBegin <= longestPause.toNanos()
                ? Optional.empty()
                : Optional.of("No look has begun for "
                        + Duration.ofNanos(now - lastBegin).toSeconds() + " s, though " + known.size()
                        + " resources are to be looked at.");
    }
}
