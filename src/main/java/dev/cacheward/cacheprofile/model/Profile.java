package dev.cacheward.cacheprofile.model;

import dev.cacheward.api.v1alpha1.DeletionPolicy;
import dev.cacheward.delivery.Target;
import dev.cacheward.delivery.value.Ttl;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.runtime.ClusterDomain;
import java.util.List;
import java.util.SortedMap;

/**
 * A valid CacheProfile with all defaults resolved. From here on nothing can be invalid.
 *
 * @param domain of the host that applications connect to
 */
public record Profile(
        Owner owner,
        boolean enabled,
        SortedMap<String, Ttl> ttls,
        List<Target> targets,
        Server server,
        DeletionPolicy deletionPolicy,
        ClusterDomain domain) {
    public Profile withServer(Server other) {
        return new Profile(owner, enabled, ttls, targets, other, deletionPolicy, domain);
    }

    /** Returns the host that applications connect to. */
    public String host() {
        return domain.host(names().redis(), owner.namespace());
    }

    public ChildNames names() {
        return new ChildNames(owner.name());
    }
}
