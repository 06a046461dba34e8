package dev.cacheward.reconcile;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.ResourceStatus;
import dev.cacheward.drift.Difference;
import dev.cacheward.drift.Drift;
import dev.cacheward.drift.Subject;
import dev.cacheward.drift.Tries;
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
 * Prepares the status writes of one kind and remembers them. The event of a child often comes before that of our own status
 * write; a reconciliation that saw the older status then would give every condition a new time, and so write the status again.
 *
 * @param <S> the status
 */
final class StatusCache<S extends ResourceStatus> {
    /** The longest time that the cache may lag behind our own write; after it, the API server's status counts. */
    private static final Duration LAG = Duration.ofSeconds(5);

    private final Map<String, Written<S>> byUid = new ConcurrentHashMap<>();

    /**
     * The conditions that were reported last, by uid, so that a status write that keeps failing is not reported again at each
     * attempt.
     */
    private final Map<String, List<Condition>> told = new ConcurrentHashMap<>();

    private final Clock clock;
    private final Telemetry telemetry;
    private final Tries tries;

    /**
     * @param clock for the age of our own writes
     * @param telemetry receives the result of every reconciliation, whether the status is written or not
     * @param tries the writes so far: what others change back must not be written without end
     */
    public StatusCache(Clock clock, Telemetry telemetry, Tries tries) {
        this.clock = clock;
        this.telemetry = telemetry;
        this.tries = tries;
    }

    private record Written<S>(S status, Instant at) {}

    /** Returns the status that the resource has as far as the operator knows; empty before the first reconciliation. */
    public Optional<S> of(CustomResource<?, S> resource) {
        Instant oldest = clock.instant().minus(LAG);
        byUid.values().removeIf(written -> written.at().isBefore(oldest));
        return Optional.ofNullable(byUid.get(uid(resource)))
                .map(Written::status)
                .or(() -> Optional.ofNullable(resource.getStatus()));
    }

    /**
     * Returns what must be sent; empty if the resource has this status already. It is a new object with identity and status
     * only, as server-side apply requires. It carries the uid, so that a resource that was recreated meanwhile does not get its
     * predecessor's status.
     */
    public <R extends CustomResource<?, S>> Optional<R> patch(R resource, S status, Supplier<R> fresh) {
        Optional<S> before = of(resource);
        tell(resource, before.map(S::conditions).orElse(List.of()), status.conditions());
        if (status.equals(resource.getStatus())) {
            tries.holds(Subject.status(uid(resource)));
        }
        if (before.equals(Optional.of(status)) || !allowed(resource, status)) {
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

    /** Counts the write, and notes what the API server holds instead once the tries are used up. */
    private boolean allowed(CustomResource<?, S> resource, S status) {
        Subject subject = Subject.status(uid(resource));
        String content = Drift.content(status, "lastTransitionTime");
        boolean allowed = tries.allows(subject, content);
        if (allowed) {
            tries.writing(subject, content);
        }
        List<Difference> differences = Drift.between("status", status, resource.getStatus());
        if (!differences.isEmpty() && !tries.allows(subject, content)) {
            tries.differs(subject, differences);
        }
        return allowed;
    }

    private void tell(HasMetadata resource, List<Condition> before, List<Condition> now) {
        List<Condition> last = Optional.ofNullable(told.put(uid(resource), now)).orElse(before);
        telemetry.reconciled(resource, last, now);
    }

    /**
     * Forgets our last write after a failed reconciliation, since it is unknown whether it succeeded.
     *
     * @return whether the status write itself may have failed; then another one would fail as well
     */
    public boolean forget(HasMetadata resource) {
        return byUid.remove(uid(resource)) != null;
    }

    /** Forgets a deleted resource. */
    public void gone(HasMetadata resource) {
        forget(resource);
        told.remove(uid(resource));
        telemetry.deleted(ResourceKey.of(resource));
    }

    private static String uid(HasMetadata resource) {
        return resource.getMetadata().getUid();
    }
}
