package dev.cacheward.configmap;

import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.Delivery;
import dev.cacheward.api.v1alpha1.DeliveryMode;
import dev.cacheward.delivery.Targets;
import dev.cacheward.drift.Tries;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.telemetry.Telemetry;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cleans up for a resource that is being deleted: takes its keys out of the ConfigMaps that are not owned by us, and then
 * removes the finalizer. Its own objects are deleted by garbage collection. No deletion waits for ever: a missing or immutable
 * map does not hold it up, and a refusal does so for at most a minute after the first attempt, even if there was no other
 * attempt in that minute.
 */
public final class MergeCleanup {
    private static final Logger LOG = LoggerFactory.getLogger(MergeCleanup.class);

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    /** Each costs the timeouts of two requests, and a reconciliation must not last for minutes. */
    private static final int MOST_UNANSWERED = 5;

    private final MergeWriter merges;
    private final MergeFinalizer finalizer;
    private final Clock clock;
    private final Telemetry telemetry;
    /** The time of the first refusal, by the uid of the resource. */
    private final Map<String, Instant> refused = new ConcurrentHashMap<>();

    /** Makes one that reports only to the log. */
    public MergeCleanup(KubernetesClient client, Clock clock) {
        this(client, clock, new Telemetry() {});
    }

    /** @param clock for the age of a refusal */
    public MergeCleanup(KubernetesClient client, Clock clock, Telemetry telemetry) {
        this.merges = new MergeWriter(client, new Tries(clock));
        this.finalizer = new MergeFinalizer(client, new Tries(clock));
        this.clock = clock;
        this.telemetry = telemetry;
    }

    /**
     * The ConfigMaps that may hold keys of a resource.
     *
     * @param named the ConfigMaps of mode Merge in its spec
     * @param delivered the delivered entries of its status
     */
    public record MergeTargets(Set<String> named, List<Delivered> delivered) {
        /**
         * Collects the maps of a spec and a status.
         *
         * @param delivery null means the default
         */
        public static MergeTargets of(List<? extends Delivery> delivery, List<Delivered> delivered) {
            return new MergeTargets(
                    Optional.ofNullable(delivery).map(Targets::merged).orElse(Set.of()), delivered);
        }

        /** Returns all of them as untried, for a resource for which no attempt was made. */
        public List<RemainingKeys> untried() {
            return maps().stream().map(RemainingKeys::untried).toList();
        }

        private Set<String> maps() {
            Set<String> names = new TreeSet<>(named);
            delivered.stream()
                    .filter(entry -> entry.mode() == DeliveryMode.MERGE)
                    .map(Delivered::target)
                    .forEach(names::add);
            return names;
        }
    }

    /**
     * Cleans up for a resource that is marked for deletion.
     *
     * @return the delay until the next attempt; empty if nothing is left to do
     */
    public Optional<Duration> cleanup(HasMetadata resource, MergeTargets targets) {
        String uid = resource.getMetadata().getUid();
        if (resource.hasFinalizer(Labels.MERGE_FINALIZER)) {
            List<RemainingKeys> left = removeKeys(resource, targets);
            if (!left.isEmpty() && isPatient(uid)) {
                return Optional.of(AGAIN);
            }
            removeFinalizer(resource, left);
        }
        refused.remove(uid);
        return Optional.empty();
    }

    /** Takes out the keys that can be taken out, and returns the ConfigMaps that cannot be changed yet. */
    public List<RemainingKeys> removeKeys(HasMetadata resource, MergeTargets targets) {
        List<RemainingKeys> left = new ArrayList<>();
        int unanswered = 0;
        for (String name : targets.maps()) {
            if (unanswered == MOST_UNANSWERED) {
                left.add(RemainingKeys.untried(name));
                continue;
            }
            CleanupAttempt removal = CleanupAttempt.attempt(merges, Owner.of(resource), name);
            removal.merge().cleanupCause(name).ifPresent(cause -> tell(resource, cause));
            if (!removal.merge().isOver()) {
                left.add(new RemainingKeys(name, removal.why()));
            }
            unanswered += removal.answered() ? 0 : 1;
        }
        return List.copyOf(left);
    }

    /**
     * Removes the finalizer.
     *
     * @param left the ConfigMaps in which keys stay
     */
    public void removeFinalizer(HasMetadata resource, List<RemainingKeys> left) {
        left.forEach(stays -> tell(
                resource,
                new Cause(
                        Reason.WRITE_REFUSED,
                        "The keys stay in ConfigMap " + Quote.whole(stays.configMap()) + ": " + stays.why() + ".")));
        finalizer.release(resource);
    }

    private void tell(HasMetadata resource, Cause cause) {
        LOG.warn("{} {} ends. {}", resource.getKind(), resource.getMetadata().getName(), cause.message());
        telemetry.keysLeft(resource, cause);
    }

    private boolean isPatient(String uid) {
        Instant first = refused.computeIfAbsent(uid, any -> clock.instant());
        return !clock.instant().isAfter(first.plus(PATIENCE));
    }
}
