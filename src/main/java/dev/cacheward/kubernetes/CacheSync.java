package dev.cacheward.kubernetes;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether the caches know what is there. A resource whose children were not listed must not be looked at: a Secret that is not
 * seen would be taken for a lost one, and its passwords made anew.
 */
public final class CacheSync {
    /** A list takes moments; the informer itself tries again after half a minute at the latest. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private static final Duration REFUSED = Duration.ofSeconds(10);

    /**
     * Objects that no informer has listed yet, so that nobody knows which are there.
     *
     * @param cause the refusal, where that is why
     * @param again when to ask again whether they are listed
     */
    public record UnsyncedCache(Optional<Cause> cause, Duration again) {}

    private final KubernetesClient client;
    private final EventSourceChildren<?> children;

    /** @param children in the informers of one kind's reconciler */
    public CacheSync(KubernetesClient client, EventSourceChildren<?> children) {
        this.client = client;
        this.children = children;
    }

    /** What is not known of a resource's children; empty, and without a request, in all but the first moments. */
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
