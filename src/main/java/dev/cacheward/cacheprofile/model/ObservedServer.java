package dev.cacheward.cacheprofile.model;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Optional;

/**
 * The objects of a server that are there. The pods are those of the StatefulSet by their labels.
 *
 * @param secret what the server reads
 * @param binding what applications read
 * @param environment the same for {@code envFrom}
 * @param pods of the server, not of the preflight
 */
public record ObservedServer(
        Optional<StatefulSet> statefulSet,
        Optional<Secret> secret,
        Optional<Secret> binding,
        Optional<Secret> environment,
        Optional<PersistentVolumeClaim> claim,
        List<Pod> pods,
        Optional<Pod> preflight) {

    /** The pod that serves, if there is one. */
    public Optional<Pod> servingPod() {
        return pods.stream().filter(PodState::ready).findFirst();
    }
}
