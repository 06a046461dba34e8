package dev.cacheward.reconcile;

import dev.cacheward.threads.DaemonThreads;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import io.javaoperatorsdk.operator.processing.event.source.ResourceAction;
import io.javaoperatorsdk.operator.processing.event.source.controller.ResourceEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Starts reconciliations of a resource that was created under the name of one deleted just before. The operator SDK takes the
 * event of its creation for a part of the deletion, and forgets it. Without this class only another event of the resource
 * itself, which may never come, would start a reconciliation.
 *
 * @param <R> the kind
 */
final class RecreatedResourceEventSource<R extends HasMetadata> extends AbstractEventSource<Void, R> {
    /**
     * The first comes when the SDK has usually processed the deletion; the others are for a busy machine on which that takes
     * longer.
     */
    private static final List<Duration> DELAYS =
            List.of(Duration.ofMillis(200), Duration.ofSeconds(2), Duration.ofSeconds(20));

    private ScheduledExecutorService timer;

    /** Makes an event source that can be registered. */
    public RecreatedResourceEventSource() {
        super(Void.class, "successors");
    }

    /**
     * Schedules the events. Call this for each deleted resource. Its successor may become known at any moment until the SDK has
     * processed the deletion, so the cache is read when an event is due and not now.
     *
     * @param cached finds a resource by name in the cache
     */
    public void expect(R gone, Function<ResourceID, Optional<R>> cached) {
        ResourceID id = ResourceID.fromResource(gone);
        DELAYS.forEach(delay -> timer.schedule(
                () -> cached.apply(id).ifPresent(successor -> announce(id, successor)),
                delay.toMillis(),
                TimeUnit.MILLISECONDS));
    }

    private void announce(ResourceID id, R successor) {
        getEventHandler().handleEvent(new ResourceEvent(ResourceAction.ADDED, id, successor));
    }

    @Override
    public void start() {
        super.start();
        timer = Executors.newSingleThreadScheduledExecutor(new DaemonThreads("successors"));
    }

    @Override
    public void stop() {
        super.stop();
        timer.shutdownNow();
    }

    @Override
    public Set<Void> getSecondaryResources(R primary) {
        return Set.of();
    }
}
