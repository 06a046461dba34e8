package dev.cacheward.cacheprofile.plan;

import dev.cacheward.cacheprofile.model.ObservedServer;
import dev.cacheward.cacheprofile.model.PodState;
import dev.cacheward.cacheprofile.render.StatefulSetRenderer;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds pods that are due to be replaced, are not ready, and that the StatefulSet's controller leaves as they are. Kubernetes
 * 1.35.0 to 1.35.3 replaces no pod while another is not available, and a pod that can never become ready is never available.
 */
final class StuckPods {
    private StuckPods() {}

    static List<Pod> of(ObservedServer server) {
        return server.statefulSet().filter(StuckPods::isSeen).stream()
                .flatMap(live -> server.pods().stream()
                        .filter(pod -> !pod.isMarkedForDeletion() && !PodState.ready(pod))
                        .filter(pod -> isControlledBy(live, pod))
                        .filter(pod -> !PodState.annotation(pod, StatefulSetRenderer.REVISION)
                                .equals(StatefulSetRenderer.annotation(live, StatefulSetRenderer.REVISION))))
                .toList();
    }

    /** Whether the controller has seen the template. It deletes what it replaces before it says so. */
    private static boolean isSeen(StatefulSet live) {
        return Optional.ofNullable(live.getStatus())
                .map(StatefulSetStatus::getObservedGeneration)
                .filter(seen -> Objects.equals(seen, live.getMetadata().getGeneration()))
                .isPresent();
    }

    private static boolean isControlledBy(StatefulSet live, Pod pod) {
        return pod.getMetadata().getOwnerReferences().stream()
                .map(OwnerReference::getUid)
                .anyMatch(live.getMetadata().getUid()::equals);
    }
}
