package dev.cacheward.cacheprofile.model;

import dev.cacheward.api.v1alpha1.DeletionPolicy;
import dev.cacheward.delivery.PresetReport;
import dev.cacheward.delivery.TargetKeys;
import dev.cacheward.delivery.value.Ttl;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.runtime.ClusterDomain;
import java.util.List;
import java.util.SortedMap;

/**
 * A valid CacheProfile with all defaults resolved. From here on nothing can be invalid.
 *
 * @param envPrefix stands before every name in the Secret for {@code envFrom}
 * @param domain of the host that applications connect to
 */
public record Profile(
        Owner owner,
        SortedMap<String, Ttl> ttls,
        List<TargetKeys> deliveries,
        PresetReport presets,
        Server server,
        String envPrefix,
        DeletionPolicy deletionPolicy,
        ClusterDomain domain) {
    public Profile withServer(Server other) {
        return new Profile(owner, ttls, deliveries, presets, other, envPrefix, deletionPolicy, domain);
    }

    /** Returns the host that applications connect to. */
    public String host() {
        return domain.host(names().redis(), owner.namespace());
    }

    public ChildNames names() {
        return new ChildNames(owner.name());
    }
}
