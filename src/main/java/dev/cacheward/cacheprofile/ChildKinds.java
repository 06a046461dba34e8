package dev.cacheward.cacheprofile;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;

/** The kinds of objects that belong to a profile. */
final class ChildKinds {
    static final List<Class<? extends HasMetadata>> ALL = List.of(
            StatefulSet.class,
            Pod.class,
            Secret.class,
            ConfigMap.class,
            Service.class,
            ServiceAccount.class,
            PersistentVolumeClaim.class,
            NetworkPolicy.class);

    private ChildKinds() {}
}
