package dev.cacheward.ratelimitpolicy;

import dev.cacheward.kubernetes.Children;
import dev.cacheward.kubernetes.DeliveryMap;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.kubernetes.Ownership;
import dev.cacheward.kubernetes.Writer;
import dev.cacheward.kubernetes.Writes;
import dev.cacheward.status.Cause;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a policy's ConfigMaps, and removes those that it no longer names when the others hold. */
final class PolicyApplier {
    private final Writer writer;
    private final Children children;

    PolicyApplier(Writer writer, Children children) {
        this.writer = writer;
        this.children = children;
    }

    /**
     * Empty when every target holds, or when there is nothing to follow.
     *
     * @param contested whether a foreign object stood in the way at the last look
     */
    Optional<Cause> apply(ValidatedPolicy validated, boolean contested) {
        if (!(validated instanceof ValidatedPolicy.Valid valid)) {
            return Optional.empty();
        }
        Policy policy = valid.policy();
        List<ConfigMap> wanted = policy.targets().stream()
                .map(target -> DeliveryMap.own(policy.owner(), Labels.POLICY, target.configMap(), policy.keys(target)))
                .toList();
        Optional<Cause> trouble = new Writes(writer, policy.owner(), contested).each(wanted);
        if (trouble.isEmpty()) {
            leftovers(policy.owner(), wanted).forEach(writer::delete);
        }
        return trouble;
    }

    private List<ConfigMap> leftovers(Owner owner, List<ConfigMap> wanted) {
        Set<String> names =
                wanted.stream().map(map -> map.getMetadata().getName()).collect(Collectors.toSet());
        return children.labelled(ConfigMap.class, owner.namespace(), Labels.POLICY, owner.name()).stream()
                .filter(map -> Ownership.of(map, owner) == Ownership.OURS)
                .filter(map -> !names.contains(map.getMetadata().getName()))
                .toList();
    }
}
