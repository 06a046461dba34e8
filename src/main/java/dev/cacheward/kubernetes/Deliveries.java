package dev.cacheward.kubernetes;

import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.DeliveryMode;
import dev.cacheward.delivery.TargetKeys;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
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
 * Writes the ConfigMaps of one kind's resources, their own and those of somebody else. Keys in a map of somebody else's are
 * found again by nothing but the status and the finalizer, so both are there before the first such key: a map is first
 * announced in the status, and written at the look that follows.
 */
public final class Deliveries {
    private static final Cause ANNOUNCED = new Cause(Reason.DELIVERING, "The keys are about to be merged.");

    private final Writer writer;
    private final MergeWriter merges;
    private final MergeFinalizer finalizer;
    private final String ownerLabel;

    /** @param ownerLabel {@link Labels#PROFILE} or {@link Labels#POLICY} */
    public Deliveries(KubernetesClient client, Writer writer, String ownerLabel) {
        this.writer = writer;
        this.merges = new MergeWriter(client);
        this.finalizer = new MergeFinalizer(client);
        this.ownerLabel = ownerLabel;
    }

    /**
     * Lets the targets hold their keys; then takes the keys out of those that are no longer wanted.
     *
     * @param before what the status says was delivered
     * @param contested whether a foreign object stood in the way at the last look
     */
    public DeliveryOutcome write(
            HasMetadata resource, List<TargetKeys> wanted, List<Delivered> before, boolean contested) {
        Owner owner = Owner.of(resource);
        Optional<Cause> unmarked =
                wanted.stream().anyMatch(TargetKeys::merged) ? finalizer.add(resource) : Optional.empty();
        Set<String> known = merged(before);
        List<Written> written = new ArrayList<>(own(owner, wanted, known, contested));
        wanted.stream()
                .filter(TargetKeys::merged)
                .map(target -> known.contains(target.configMap()) ? merge(owner, target) : announce(target, unmarked))
                .forEach(written::add);
        boolean complete = written.stream().allMatch(Written::complete);
        written.addAll(forgotten(owner, wanted, before, complete));
        DeliveryOutcome outcome = outcome(written, complete);
        if (!outcome.merges()) {
            finalizer.remove(resource);
        }
        return outcome;
    }

    /** What became of one target, and what the status says about it. */
    private record Written(Optional<Cause> trouble, Optional<Delivered> delivered) {
        boolean complete() {
            return trouble.filter(cause -> cause.reason() != Reason.KEY_CONFLICT)
                    .isEmpty();
        }
    }

    private List<Written> own(Owner owner, List<TargetKeys> wanted, Set<String> known, boolean contested) {
        Writes writes = new Writes(writer, owner, contested);
        return wanted.stream()
                .filter(target -> !target.merged())
                .map(target -> {
                    ConfigMap map = DeliveryMap.own(owner, ownerLabel, target.configMap(), target.keys());
                    if (known.contains(target.configMap())) {
                        merges.adopt(owner, map);
                    }
                    Optional<Cause> trouble = writes.each(List.of(map));
                    return new Written(trouble, trouble.isEmpty() ? Optional.of(target.delivered()) : Optional.empty());
                })
                .toList();
    }

    private Written announce(TargetKeys target, Optional<Cause> unmarked) {
        return unmarked.isPresent()
                ? new Written(unmarked, Optional.empty())
                : new Written(Optional.of(ANNOUNCED), Optional.of(target.announced()));
    }

    private Written merge(Owner owner, TargetKeys target) {
        Merge merge = merges.merge(owner, target.configMap(), target.keys());
        Delivered delivered = merge instanceof Merge.Holds holds ? target.delivered(holds.keys()) : target.announced();
        return new Written(MergeTrouble.of(target.configMap(), merge), Optional.of(delivered));
    }

    private List<Written> forgotten(Owner owner, List<TargetKeys> wanted, List<Delivered> before, boolean complete) {
        Set<String> names = wanted.stream()
                .filter(TargetKeys::merged)
                .map(TargetKeys::configMap)
                .collect(Collectors.toSet());
        return before.stream()
                .filter(entry -> entry.mode() == DeliveryMode.MERGE && !names.contains(entry.target()))
                .map(entry -> complete ? clean(owner, entry) : new Written(Optional.empty(), Optional.of(entry)))
                .toList();
    }

    private Written clean(Owner owner, Delivered entry) {
        Merge merge = merges.clean(owner, entry.target());
        return isGone(merge)
                ? new Written(Optional.empty(), Optional.empty())
                : new Written(MergeTrouble.of(entry.target(), merge), Optional.of(entry));
    }

    /** A map that nobody can change, or that is not there, keeps nobody waiting. */
    static boolean isGone(Merge merge) {
        return merge instanceof Merge.Holds || merge instanceof Merge.Missing || merge instanceof Merge.Immutable;
    }

    private static Set<String> merged(List<Delivered> before) {
        return before.stream()
                .filter(entry -> entry.mode() == DeliveryMode.MERGE)
                .map(Delivered::target)
                .collect(Collectors.toSet());
    }

    /** Of several troubles the first gives the reason, one that holds something up before a conflict, and all their words. */
    private static DeliveryOutcome outcome(List<Written> written, boolean complete) {
        List<Cause> troubles = written.stream()
                .sorted(Comparator.comparing(Written::complete))
                .map(Written::trouble)
                .flatMap(Optional::stream)
                .toList();
        Optional<Cause> trouble = troubles.stream()
                .findFirst()
                .map(first -> new Cause(
                        first.reason(),
                        troubles.stream().map(Cause::message).distinct().collect(Collectors.joining(" "))));
        Stream<Delivered> delivered = written.stream().map(Written::delivered).flatMap(Optional::stream);
        return new DeliveryOutcome(
                trouble,
                complete,
                delivered.sorted(Comparator.comparing(Delivered::target)).toList());
    }
}
