package dev.cacheward.configmap;

import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.DeliveryMode;
import dev.cacheward.delivery.TargetKeys;
import dev.cacheward.drift.Contention;
import dev.cacheward.drift.Subject;
import dev.cacheward.drift.Tries;
import dev.cacheward.kubernetes.Children;
import dev.cacheward.kubernetes.OrderedWrites;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.kubernetes.Writer;
import dev.cacheward.status.Cause;
import dev.cacheward.status.PreviousStatus;
import dev.cacheward.status.Reason;
import dev.cacheward.telemetry.Telemetry;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the ConfigMaps of one kind's resources, those of our own and those that are not owned by us. Only the status and the
 * finalizer lead back to keys in the latter, so both are written before the first such key: one reconciliation names the map in
 * the status, and the next one writes to it.
 */
public final class Deliveries {
    private static final Cause ANNOUNCED = new Cause(Reason.DELIVERING, "The keys are about to be merged.");

    private final Writer writer;
    private final Children children;
    private final MergeWriter merges;
    private final MergeFinalizer finalizer;
    private final Tries tries;
    private final Respellings respellings;

    /**
     * @param writer writes the ConfigMaps that are ours
     * @param children the caches of them
     * @param tries the writes so far
     * @param telemetry learns what another version writes otherwise
     */
    public Deliveries(KubernetesClient client, Writer writer, Children children, Tries tries, Telemetry telemetry) {
        this.writer = writer;
        this.children = children;
        this.merges = new MergeWriter(client, tries);
        this.finalizer = new MergeFinalizer(client, tries);
        this.tries = tries;
        this.respellings = new Respellings(children, merges, telemetry);
    }

    /**
     * Writes the keys of all targets, and then takes the keys out of the maps that are no longer wanted.
     *
     * @param status the previous one
     */
    public DeliveryOutcome write(HasMetadata resource, List<TargetKeys> wanted, PreviousStatus<?> status) {
        Owner owner = Owner.of(resource);
        List<Delivered> before = status.delivered();
        if (status.observedGeneration() == resource.getMetadata().getGeneration()) {
            wanted.forEach(target -> respellings.tell(resource, target, before));
        }
        Set<String> known = merged(before);
        List<TargetResult> written = new ArrayList<>();
        OrderedWrites writes = new OrderedWrites(writer, owner, status.hasNameConflict());
        for (TargetKeys target : wanted) {
            if (!target.merged()) {
                written.add(own(owner, target, writes, known.contains(target.configMap())));
            }
        }
        written.addAll(merged(resource, wanted, known));
        DeliveryOutcome outcome = outcome(written, retire(owner, wanted, before, written));
        return outcome.and(outcome.merges() ? remembered(resource, wanted) : finalizer.remove(resource));
    }

    /**
     * Adds the finalizer if nothing is to be merged any more, but earlier keys may still be in a map: somebody may have removed
     * it.
     */
    private Optional<Cause> remembered(HasMetadata resource, List<TargetKeys> wanted) {
        return wanted.stream().anyMatch(TargetKeys::merged) ? Optional.empty() : finalizer.add(resource);
    }

    /** @param merged whether the map was merged into before, so that it may not be ours yet */
    private TargetResult own(Owner owner, TargetKeys target, OrderedWrites writes, boolean merged) {
        ConfigMap map = DeliveryMap.own(owner, target.configMap(), target.keys());
        Optional<Cause> cause = merged ? merges.adopt(owner, map) : Optional.empty();
        boolean held = isHeld(owner, target);
        Optional<Cause> failed = cause.or(() -> writes.inOrder(List.of(map)));
        return contested(owner, map)
                .filter(why -> failed.isEmpty())
                .map(why -> TargetResult.contested(target, why))
                .orElseGet(() -> TargetResult.own(target, failed, !held && failed.isEmpty()));
    }

    private boolean isHeld(Owner owner, TargetKeys target) {
        return children.find(ConfigMap.class, owner.namespace(), target.configMap())
                .map(ConfigMap::getData)
                .filter(data -> data.entrySet().containsAll(target.keys().entrySet()))
                .isPresent();
    }

    /** Returns the cause if others change a key back; of all other fields a warning is enough. */
    private Optional<Cause> contested(Owner owner, ConfigMap map) {
        return tries.contention(Subject.of(owner.uid(), map))
                .filter(contention -> contention.first().isKey())
                .map(Contention::cause);
    }

    private List<TargetResult> merged(HasMetadata resource, List<TargetKeys> wanted, Set<String> known) {
        List<TargetKeys> targets = wanted.stream().filter(TargetKeys::merged).toList();
        Optional<Cause> unmarked = targets.isEmpty() ? Optional.empty() : finalizer.add(resource);
        List<TargetResult> written = new ArrayList<>();
        for (TargetKeys target : targets) {
            written.add(
                    known.contains(target.configMap())
                            ? TargetResult.merged(
                                    target, merges.merge(Owner.of(resource), target.configMap(), target.keys()))
                            : unmarked.map(TargetResult::barred)
                                    .orElseGet(() -> TargetResult.announced(target, ANNOUNCED)));
        }
        return written;
    }

    /** Takes keys out of maps that are no longer named, once all wanted keys are written. */
    private List<TargetResult> retire(
            Owner owner, List<TargetKeys> wanted, List<Delivered> before, List<TargetResult> written) {
        Set<String> named = wanted.stream()
                .filter(TargetKeys::merged)
                .map(TargetKeys::configMap)
                .collect(Collectors.toSet());
        boolean holds = written.stream().allMatch(TargetResult::holds);
        Set<String> disputed = disputed(written);
        List<TargetResult> old = new ArrayList<>();
        for (Delivered entry : before) {
            if (entry.mode() == DeliveryMode.MERGE && !named.contains(entry.target())) {
                old.add(
                        holds
                                ? TargetResult.left(entry, merges.retire(owner, entry.target(), disputed))
                                : TargetResult.kept(entry));
            }
        }
        return old;
    }

    private static Set<String> merged(List<Delivered> before) {
        return before.stream()
                .filter(entry -> entry.mode() == DeliveryMode.MERGE)
                .map(Delivered::target)
                .collect(Collectors.toSet());
    }

    private static Set<String> disputed(List<TargetResult> written) {
        return written.stream().map(TargetResult::disputed).flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** Sorts the causes: those that hold up other targets come first, then those that affect only their own target. */
    private static DeliveryOutcome outcome(List<TargetResult> written, List<TargetResult> old) {
        List<Cause> causes = Stream.concat(written.stream(), old.stream())
                .sorted(Comparator.comparing(TargetResult::rank))
                .map(TargetResult::cause)
                .flatMap(Optional::stream)
                .toList();
        return new DeliveryOutcome(
                causes,
                written.stream().allMatch(TargetResult::holds),
                disputed(written),
                written.stream().anyMatch(TargetResult::brought),
                delivered(written),
                delivered(old));
    }

    private static List<Delivered> delivered(List<TargetResult> written) {
        return written.stream()
                .map(TargetResult::delivered)
                .flatMap(Optional::stream)
                .toList();
    }
}
