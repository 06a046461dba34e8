package dev.cacheward.testbed;

import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What keeps a pod from starting for as long as it is as it is, with the kubelet's words. */
record PodStartFailure(String reason, String message) {
    private static final Map<String, String> NODE_LABELS =
            Map.of("kubernetes.io/hostname", StandInKubelet.NODE, "kubernetes.io/os", "linux");

    /** In the order in which a look at the pod would find them; empty for a pod that can start. */
    static List<PodStartFailure> of(Pod pod) {
        Map<String, String> selector =
                Optional.ofNullable(pod.getSpec().getNodeSelector()).orElse(Map.of());
        if (!NODE_LABELS.entrySet().containsAll(selector.entrySet())) {
            return List.of(new PodStartFailure(
                    "Unschedulable", "0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector."));
        }
        String image = pod.getSpec().getContainers().get(0).getImage();
        if (image.contains("does-not-exist")) {
            return List.of(
                    new PodStartFailure("ErrImagePull", "failed to pull and unpack image \"" + image + "\": not found"),
                    new PodStartFailure("ImagePullBackOff", "Back-off pulling image \"" + image + "\""));
        }
        return List.of();
    }
}
