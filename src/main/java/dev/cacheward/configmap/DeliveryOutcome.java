package dev.cacheward.configmap;

import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.DeliveryMode;
import dev.cacheward.api.v1alpha1.RestartTarget;
import dev.cacheward.delivery.RestartPlan;
import dev.cacheward.status.Cause;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Finding;
import dev.cacheward.status.Reason;
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
 * The result of one resource's delivery.
 *
 * @param causes the causes of what is not delivered, gravest first
 * @param holds whether every wanted ConfigMap holds what it can; a key that is not owned by us does not count against this
 * @param disputed the keys that are not owned by us
 * @param brought whether a wanted key was missing in its ConfigMap until now, or had another value
 * @param wanted the content of the ConfigMaps that the spec names
 * @param others what may still be in ConfigMaps that are not owned by us and that the spec no longer names
 */
public record DeliveryOutcome(
        List<Cause> causes,
        boolean holds,
        Set<String> disputed,
        boolean brought,
        List<Delivered> wanted,
        List<Delivered> others) {

    /** Returns the result if nothing was to be written. */
    public static DeliveryOutcome nothing() {
        return new DeliveryOutcome(List.of(), false, Set.of(), false, List.of(), List.of());
    }

    /** Returns the same result with one more cause, if there is one. */
    public DeliveryOutcome and(Optional<Cause> more) {
        return new DeliveryOutcome(
                Stream.concat(causes.stream(), more.stream()).toList(), holds, disputed, brought, wanted, others);
    }

    /** Returns the same result if something else that applications read was missing or different until now. */
    public DeliveryOutcome broughtAlso(boolean other) {
        return new DeliveryOutcome(causes, holds, disputed, brought || other, wanted, others);
    }

    /** Returns the reason of the gravest cause with the messages of all causes. */
    public Optional<Cause> cause() {
        return causes.stream()
                .findFirst()
                .map(first -> new Cause(
                        first.reason(),
                        causes.stream().map(Cause::message).distinct().collect(Collectors.joining(" "))));
    }

    /**
     * Returns the entries for the status. A map that is not owned by us stays among them for as long as keys of ours may be in
     * it.
     */
    public List<Delivered> delivered() {
        return Stream.concat(wanted.stream(), others.stream())
                .sorted(Comparator.comparing(Delivered::target))
                .toList();
    }

    /**
     * Whether a ConfigMap of ours that is no longer named may be deleted. It stays until all named ones are up to date, and
     * while it has a key that is in conflict there.
     */
    public boolean frees(ConfigMap old) {
        Map<String, String> data = Optional.ofNullable(old.getData()).orElse(Map.of());
        return holds && Collections.disjoint(data.keySet(), disputed);
    }

    /**
     * Returns the plan for the workloads that read the keys; it restarts nothing while keys are missing, and nothing because of
     * keys while one is in conflict. Keys that still have to be taken out of other maps make no difference.
     *
     * @param workloads the list in the spec; empty if it has none
     */
    public RestartPlan restarts(Optional<List<RestartTarget>> workloads) {
        boolean restarts = workloads.filter(list -> !list.isEmpty()).isPresent();
        RestartPlan plan = holds ? RestartPlan.of(workloads, wanted).complete(disputed.isEmpty()) : RestartPlan.none();
        return plan.returned(brought && restarts);
    }

    /**
     * Returns what the condition ConfigDelivered says.
     *
     * @param invalid why the spec cannot be followed; then nothing was written
     */
    public Finding finding(Optional<Cause> invalid) {
        return invalid.map(cause -> new Cause(cause.reason(), "The last valid delivery stays. " + cause.message()))
                .or(this::cause)
                .map(cause -> cause.finding(ConditionType.CONFIG_DELIVERED))
                .orElseGet(() -> Finding.holds(
                        ConditionType.CONFIG_DELIVERED, Reason.DELIVERED, "Every target holds its keys."));
    }

    /** Returns how many keys these targets hold together. */
    public static int keyCount(List<Delivered> delivered) {
        return delivered.stream().mapToInt(Delivered::keys).sum();
    }

    /** Whether keys of ours may be in a ConfigMap that is not owned by us. */
    boolean merges() {
        return delivered().stream().anyMatch(entry -> entry.mode() == DeliveryMode.MERGE);
    }
}
