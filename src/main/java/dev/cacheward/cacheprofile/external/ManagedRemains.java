package dev.cacheward.cacheprofile.external;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.ChildNames;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.kubernetes.Children;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.kubernetes.OwnerKind;
import dev.cacheward.kubernetes.Ownership;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what is left of a server that the operator ran for a profile. */
final class ManagedRemains {
    /** In the order in which they are deleted: what uses others goes first. */
    private static final List<Class<? extends HasMetadata>> KINDS = List.of(
            StatefulSet.class,
            Pod.class,
            Service.class,
            ConfigMap.class,
            NetworkPolicy.class,
            ServiceAccount.class,
            Secret.class);

    private final Children children;

    ManagedRemains(Children children) {
        this.children = children;
    }

    /**
     * Returns all of them but what applications read, and the volume: the data is there for a way back until the profile is
     * deleted.
     *
     * @param observed which tells of an order for a certificate that no cache holds
     */
    List<HasMetadata> of(CacheProfile profile, Observed observed) {
        Owner owner = Owner.of(profile);
        ChildNames names = new ChildNames(owner.name());
        Set<String> read = Set.of(names.redis(), names.envSecret());
        return Stream.concat(
                        observed.server().tls().abandoned().stream(),
                        KINDS.stream().<HasMetadata>flatMap(kind -> labelled(kind, owner)))
                .filter(object -> !(object instanceof Secret
                        && read.contains(object.getMetadata().getName())))
                .filter(object -> !object.isMarkedForDeletion())
                .toList();
    }

    private Stream<? extends HasMetadata> labelled(Class<? extends HasMetadata> kind, Owner owner) {
        return children.labelled(kind, owner.namespace(), OwnerKind.PROFILE.label(), owner.name()).stream()
                .filter(object ->
                        !Labels.DELIVERY.equals(object.getMetadata().getLabels().get(Labels.COMPONENT)))
                .filter(object -> Ownership.of(object, owner) == Ownership.OURS);
    }
}
