package dev.cacheward.configmap;

import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.DeliveryMode;
import dev.cacheward.api.v1alpha1.RestartTarget;
import dev.cacheward.delivery.RestartPlan;
import dev.cacheward.status.Cause;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of one resource's delivery.
 *
 * @param causes what stood in the way, gravest first
 * @param holds whether every wanted ConfigMap holds what it can. A key that is not owned by us holds up nothing but itself
 * @param disputed the keys that are not owned by us
 * @param wanted what the ConfigMaps hold that the spec names
 * @param others what ConfigMaps that are not owned by us may hold, and it no longer names
 */
public record DeliveryOutcome(
        List<Cause> causes, boolean holds, Set<String> disputed, List<Delivered> wanted, List<Delivered> others) {

    /** Nothing was to be written. */
    public static DeliveryOutcome nothing() {
        return new DeliveryOutcome(List.of(), false, Set.of(), List.of(), List.of());
    }

    /** The same, with one more cause, if there is one. */
    public DeliveryOutcome and(Optional<Cause> more) {
        return new DeliveryOutcome(
                Stream.concat(causes.stream(), more.stream()).toList(), holds, disputed, wanted, others);
    }

    /** The reason of the gravest trouble with the messages of all. */
    public Optional<Cause> cause() {
        return causes.stream()
                .findFirst()
                .map(first -> new Cause(
                        first.reason(),
                        causes.stream().map(Cause::message).distinct().collect(Collectors.joining(" "))));
    }

    /** For the status; maps that are not owned by us are among them for as long as keys of ours may be in them. */
    public List<Delivered> delivered() {
        return Stream.concat(wanted.stream(), others.stream())
                .sorted(Comparator.comparing(Delivered::target))
                .toList();
    }

    /**
     * Whether a ConfigMap of ours may go that is no longer named: not before all that is named holds, and not while it has a key
     * that could not be had there.
     */
    public boolean frees(ConfigMap old) {
        Map<String, String> data = Optional.ofNullable(old.getData()).orElse(Map.of());
        return holds && Collections.disjoint(data.keySet(), disputed);
    }

    /**
     * What the delivery means for the workloads that read it; nothing while keys are on their way. Keys that are still to be taken
     * out of other maps make no difference.
     *
     * @param workloads the spec's list
     */
    public RestartPlan restarts(Optional<List<RestartTarget>> workloads) {
        return holds ? RestartPlan.of(workloads, wanted) : RestartPlan.none();
    }

    /** Whether keys of ours may be in a ConfigMap that is not owned by us. */
    boolean merges() {
        return delivered().stream().anyMatch(entry -> entry.mode() == DeliveryMode.MERGE);
    }
}
