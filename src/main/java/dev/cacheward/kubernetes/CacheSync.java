package dev.cacheward.kubernetes;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.Optional;

/**
 * Checks whether the caches are synced. A resource must not be reconciled before its children are listed: a Secret that is
 * merely unseen would count as lost, and its passwords would be generated anew.
 */
public final class CacheSync {
    /** Listing takes a moment, and the informer itself retries after half a minute at the latest. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private static final Duration REFUSED = Duration.ofSeconds(10);

    /**
     * Objects that no informer has listed yet, so that it is unknown which exist.
     *
     * @param cause the missing permission, if that is the reason
     * @param again the delay until the next check
     */
    public record UnsyncedCache(Optional<Cause> cause, Duration again) {}

    private final KubernetesClient client;
    private final EventSourceChildren<?> children;

    /** @param children the children in the informers of one kind's reconciler */
    public CacheSync(KubernetesClient client, EventSourceChildren<?> children) {
        this.client = client;
        this.children = children;
    }

    /** Returns a type of children that is not listed yet. Once all are listed, it is empty and costs no request. */
    public Optional<UnsyncedCache> unsynced(HasMetadata resource) {
        return children.unlisted(resource.getMetadata().getNamespace()).stream()
                .findFirst()
                .map(this::unsynced);
    }

    private UnsyncedCache unsynced(WatchProbe unlisted) {
        Optional<Cause> cause = unlisted.refusal(client)
                .flatMap(ApiRefusal::forbidden)
                .map(message -> new Cause(
                        Reason.WRITE_REFUSED,
                        "Nothing is changed while the operator may not see the "
                                + HasMetadata.getPlural(unlisted.type()) + " here: " + message));
        return new UnsyncedCache(cause, cause.isPresent() ? REFUSED : SOON);
    }
}
