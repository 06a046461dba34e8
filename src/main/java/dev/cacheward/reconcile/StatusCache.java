package dev.cacheward.reconcile;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.ResourceStatus;
import dev.cacheward.telemetry.ResourceKey;
import dev.cacheward.telemetry.Telemetry;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The writes of one kind's statuses, and their memory: the event of a child often comes before that of our own status, and a
 * look at the status before it would give every condition a new time, and so write it again.
 *
 * @param <S> the status
 */
public final class StatusCache<S extends ResourceStatus> {
    /** The longest time that the cache is behind our own write; after it, what the API server says counts. */
    private static final Duration LAG = Duration.ofSeconds(5);

    private final Map<String, Written<S>> byUid = new ConcurrentHashMap<>();

    /** The results that were told last: a write that keeps failing is not told anew at each try. */
    private final Map<String, List<Condition>> told = new ConcurrentHashMap<>();

    private final Clock clock;
    private final Telemetry telemetry;

    /**
     * @param clock for the age of what was written
     * @param telemetry is told the result of every look, written or not
     */
    public StatusCache(Clock clock, Telemetry telemetry) {
        this.clock = clock;
        this.telemetry = telemetry;
    }

    private record Written<S>(S status, Instant at) {}

    /** The status that the resource has, as far as the operator knows; empty before the first look. */
    public Optional<S> of(CustomResource<?, S> resource) {
        Instant oldest = clock.instant().minus(LAG);
        byUid.values().removeIf(written -> written.at().isBefore(oldest));
        return Optional.ofNullable(byUid.get(uid(resource)))
                .map(Written::status)
                .or(() -> Optional.ofNullable(resource.getStatus()));
    }

    /**
     * What is to be sent; empty when the resource says all that already. It is a fresh object with identity and status only, as
     * server-side apply wants it, and it carries the uid, so that a resource which was deleted and made again meanwhile does
     * not get its predecessor's status.
     */
    public <R extends CustomResource<?, S>> Optional<R> patch(R resource, S status, Supplier<R> fresh) {
        Optional<S> before = of(resource);
        tell(resource, before.map(S::conditions).orElse(List.of()), status.conditions());
        if (before.equals(Optional.of(status))) {
            return Optional.empty();
        }
        byUid.put(uid(resource), new Written<>(status, clock.instant()));
        R patch = fresh.get();
        patch.setMetadata(new ObjectMetaBuilder()
                .withName(resource.getMetadata().getName())
                .withNamespace(resource.getMetadata().getNamespace())
                .withUid(uid(resource))
                .build());
        patch.setStatus(status);
        return Optional.of(patch);
    }

    private void tell(HasMetadata resource, List<Condition> before, List<Condition> now) {
        List<Condition> last = Optional.ofNullable(told.put(uid(resource), now)).orElse(before);
        telemetry.reconciled(resource, last, now);
    }

    /**
     * After a look that failed: nobody knows what the status is.
     *
     * @return whether the write of the status itself may be what failed: then another one would fail as well
     */
    public boolean forget(HasMetadata resource) {
        return byUid.remove(uid(resource)) != null;
    }

    /** The resource does not exist any more. */
    public void gone(HasMetadata resource) {
        forget(resource);
        told.remove(uid(resource));
        telemetry.deleted(ResourceKey.of(resource));
    }

    private static String uid(HasMetadata resource) {
        return resource.getMetadata().getUid();
    }
}
