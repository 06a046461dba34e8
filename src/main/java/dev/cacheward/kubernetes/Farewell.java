package dev.cacheward.kubernetes;

import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.DeliveryMode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of a resource: its keys leave the ConfigMaps of somebody else's, and then it may go. Its own objects go by garbage
 * collection. Nothing keeps a deletion waiting for ever: not a map that is missing or immutable, and a refusal no longer than a
 * minute.
 */
public final class Farewell {
    private static final Logger LOG = LoggerFactory.getLogger(Farewell.class);

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final MergeWriter merges;
    private final MergeFinalizer finalizer;
    private final Clock clock;

    /** @param clock for the age of a deletion */
    public Farewell(KubernetesClient client, Clock clock) {
        this.merges = new MergeWriter(client);
        this.finalizer = new MergeFinalizer(client);
        this.clock = clock;
    }

    /**
     * Takes out what can be taken out.
     *
     * @param resource marked for deletion
     * @param named in its spec as somebody else's
     * @param delivered what its status remembers
     * @return when to try again; empty when there is nothing left to do
     */
    public Optional<Duration> say(HasMetadata resource, Set<String> named, List<Delivered> delivered) {
        if (!resource.hasFinalizer(MergeFinalizer.NAME)) {
            return Optional.empty();
        }
        Owner owner = Owner.of(resource);
        Set<String> names = new TreeSet<>(named);
        delivered.stream()
                .filter(entry -> entry.mode() == DeliveryMode.MERGE)
                .map(Delivered::target)
                .forEach(names::add);
        List<String> left = names.stream().filter(name -> !left(owner, name)).toList();
        if (!left.isEmpty() && !givenUp(resource)) {
            return Optional.of(AGAIN);
        }
        left.forEach(name -> LOG.warn(
                "{} {} goes, and leaves its keys in ConfigMap {}: the API server has refused to change it for a minute",
                owner.kind(),
                owner.name(),
                name));
        finalizer.remove(resource);
        return Optional.empty();
    }

    private boolean left(Owner owner, String name) {
        Merge merge = merges.clean(owner, name);
        if (merge instanceof Merge.Missing || merge instanceof Merge.Immutable) {
            LOG.info(
                    "ConfigMap {} of {} {} is missing or immutable; nothing to take out",
                    name,
                    owner.kind(),
                    owner.name());
        }
        return Deliveries.isGone(merge);
    }

    private boolean givenUp(HasMetadata resource) {
        Instant deleted = Instant.parse(resource.getMetadata().getDeletionTimestamp());
        return clock.instant().isAfter(deleted.plus(PATIENCE));
    }
}
