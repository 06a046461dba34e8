package dev.cacheward.ratelimitpolicy;

import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.api.v1alpha1.RateLimitPolicyStatus;
import dev.cacheward.configmap.Deliveries;
import dev.cacheward.configmap.DeliveryOutcome;
import dev.cacheward.delivery.TargetKeys;
import dev.cacheward.kubernetes.Children;
import dev.cacheward.kubernetes.OrderedWrites;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.kubernetes.OwnerKind;
import dev.cacheward.kubernetes.Ownership;
import dev.cacheward.kubernetes.Writer;
import dev.cacheward.reconcile.ReconcilerDependencies;
import dev.cacheward.status.Cause;
import dev.cacheward.status.PreviousStatus;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a policy's ConfigMaps and its Secret. ConfigMaps that the policy no longer names are deleted once the others are up to date. */
final class PolicyApplier {
    private final Writer writer;
    private final Deliveries deliveries;
    private final Children children;

    PolicyApplier(ReconcilerDependencies dependencies, Writer writer, Children children) {
        this.writer = writer;
        this.deliveries =
                new Deliveries(dependencies.client(), writer, children, dependencies.tries(), dependencies.telemetry());
        this.children = children;
    }

    /**
     * Writes the ConfigMaps of a valid policy, and the Secret with the connection of its profile. For an invalid one it writes
     * nothing. Without a connection the Secret stays as it is, as all that is delivered does when a profile is deleted.
     */
    DeliveryOutcome apply(
            RateLimitPolicy resource,
            ValidatedPolicy validated,
            Optional<LimiterConnection> connection,
            PreviousStatus<RateLimitPolicyStatus> before) {
        return validated instanceof ValidatedPolicy.Valid valid
                ? apply(resource, valid.policy(), before)
                        .and(connection.flatMap(found -> publish(found, valid.policy(), before)))
                : DeliveryOutcome.nothing();
    }

    private Optional<Cause> publish(
            LimiterConnection connection, Policy policy, PreviousStatus<RateLimitPolicyStatus> before) {
        return new OrderedWrites(writer, policy.owner(), before.hasNameConflict())
                .inOrder(List.of(connection.environment(policy.owner())));
    }

    private DeliveryOutcome apply(
            RateLimitPolicy resource, Policy policy, PreviousStatus<RateLimitPolicyStatus> before) {
        DeliveryOutcome outcome = deliveries.write(resource, policy.deliveries(), before);
        for (ConfigMap leftover : leftovers(policy)) {
            if (outcome.frees(leftover)) {
                outcome = outcome.and(writer.delete(leftover, policy.owner()));
            }
        }
        return outcome;
    }

    private List<ConfigMap> leftovers(Policy policy) {
        Owner owner = policy.owner();
        Set<String> names =
                policy.deliveries().stream().map(TargetKeys::configMap).collect(Collectors.toSet());
        return children.labelled(ConfigMap.class, owner.namespace(), OwnerKind.POLICY.label(), owner.name()).stream()
                .filter(map -> Ownership.of(map, owner) == Ownership.OURS)
                .filter(map -> !names.contains(map.getMetadata().getName()))
                .toList();
    }
}
