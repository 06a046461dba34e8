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
 * Brings looks at a resource that took the place of a deleted one of its name at once. The operator SDK takes the event of its
 * creation for a part of the deletion, and forgets the name with it: then only another event of the resource itself would bring a
 * look, which may never come.
 *
 * @param <R> the kind
 */
public final class RecreatedResourceEventSource<R extends HasMetadata> extends AbstractEventSource<Void, R> {
    /** The first comes when the deletion has been worked off; the others if that takes its time on a busy machine. */
    private static final List<Duration> DELAYS =
            List.of(Duration.ofMillis(200), Duration.ofSeconds(2), Duration.ofSeconds(20));

    private ScheduledExecutorService timer;

    /** Makes it ready to be registered. */
    public RecreatedResourceEventSource() {
        super(Void.class, "successors");
    }

    /**
     * To be called for each resource that is gone. Its successor may become known at any moment until the SDK has worked off the
     * deletion, so it is asked for at each look and not now.
     *
     * @param cached the resource of a name, as far as the cache knows
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
