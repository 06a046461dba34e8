package dev.cacheward.cacheprofile.model;

import dev.cacheward.status.Cause;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is there for a profile, at one moment. Only objects that are ours are here, and the pods of our StatefulSet by their
 * labels: a foreign object of one of our names shows when ours is to be written.
 *
 * @param serverSecret what the server reads
 * @param binding what applications read
 * @param environment the same for {@code envFrom}
 * @param pods of the server, not of the preflight
 * @param optional objects that exist but may no longer be wanted: delivered ConfigMaps and network policies
 * @param hidden why an object that is not here may be there all the same: then nothing may be made of its absence
 */
public record Observed(
        Instant at,
        Optional<StatefulSet> statefulSet,
        Optional<Secret> serverSecret,
        Optional<Secret> binding,
        Optional<Secret> environment,
        Optional<PersistentVolumeClaim> claim,
        List<Pod> pods,
        Optional<Pod> preflight,
        List<HasMetadata> optional,
        Optional<Cause> hidden) {

    /** The pod that serves, if there is one. */
    public Optional<Pod> servingPod() {
        return pods.stream().filter(PodState::ready).findFirst();
    }
}
