package dev.cacheward.cacheprofile.model;

import dev.cacheward.delivery.PresetReport;
import dev.cacheward.delivery.TargetKeys;
import dev.cacheward.delivery.value.Ttl;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.runtime.ClusterDomain;
import java.util.List;
import java.util.SortedMap;

/**
 * What a valid profile says whichever Redis it names.
 *
 * @param envPrefix stands before every name in the Secret for {@code envFrom}
 * @param domain of the hosts of Services
 */
public record ProfileBasics(
        Owner owner,
        SortedMap<String, Ttl> ttls,
        List<TargetKeys> deliveries,
        PresetReport presets,
        String envPrefix,
        ClusterDomain domain) {
    public ChildNames names() {
        return new ChildNames(owner.name());
    }
}
