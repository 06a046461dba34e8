package dev.cacheward.cacheprofile;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.kubernetes.Children;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.kubernetes.Ownership;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is there for a profile, from the caches alone. */
final class Observer {
    private final Children children;
    private final Clock clock;

    Observer(Children children, Clock clock) {
        this.children = children;
        this.clock = clock;
    }

    Observed observe(CacheProfile profile) {
        Owner owner = Owner.of(profile);
        RedisNames names = new RedisNames(owner.name());
        List<Pod> pods = children.labelled(Pod.class, owner.namespace(), Labels.PROFILE, owner.name());
        return new Observed(
                clock.instant(),
                ours(StatefulSet.class, owner, names.redis()),
                ours(Secret.class, owner, names.serverSecret()),
                ours(Secret.class, owner, names.redis()),
                ours(Secret.class, owner, names.envSecret()),
                ours(PersistentVolumeClaim.class, owner, names.claim()),
                pods.stream().filter(pod -> is(pod, Labels.SERVER)).toList(),
                ours(Pod.class, owner, names.preflight()),
                optional(owner));
    }

    private <T extends HasMetadata> Optional<T> ours(Class<T> type, Owner owner, String name) {
        return children.find(type, owner.namespace(), name)
                .filter(object -> Ownership.of(object, owner) == Ownership.OURS);
    }

    private List<HasMetadata> optional(Owner owner) {
        List<HasMetadata> found = new ArrayList<>();
        children.labelled(ConfigMap.class, owner.namespace(), Labels.PROFILE, owner.name()).stream()
                .filter(map -> is(map, Labels.DELIVERY))
                .forEach(found::add);
        found.addAll(children.labelled(NetworkPolicy.class, owner.namespace(), Labels.PROFILE, owner.name()));
        return found.stream()
                .filter(object -> Ownership.of(object, owner) == Ownership.OURS)
                .toList();
    }

    private static boolean is(HasMetadata object, String component) {
        return component.equals(object.getMetadata().getLabels().get(Labels.COMPONENT));
    }
}
