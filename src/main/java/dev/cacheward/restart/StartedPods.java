package dev.cacheward.restart;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateRunning;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Says when the pods of a workload have read their environment. */
final class StartedPods {
    private final KubernetesClient client;

    StartedPods(KubernetesClient client) {
        this.client = client;
    }

    /**
     * Whether a running container of a pod with the present mark started in that time. Pods with another mark are being
     * replaced anyway. It costs one request.
     */
    boolean anyStartedIn(GenericKubernetesResource workload, Mark mark, MarkValue present, Absence absence) {
        Object selector = workload.get("spec", "selector");
        if (selector == null) {
            return false;
        }
        LabelSelector pods = client.getKubernetesSerialization().convertValue(selector, LabelSelector.class);
        return client.pods().inNamespace(mark.namespace()).withLabelSelector(pods).list().getItems().stream()
                .filter(pod -> present.text().equals(annotations(pod).get(mark.annotation())))
                .anyMatch(pod -> startedIn(pod, absence));
    }

    private static Map<String, String> annotations(Pod pod) {
        return Optional.ofNullable(pod.getMetadata().getAnnotations()).orElse(Map.of());
    }

    private static boolean startedIn(Pod pod, Absence absence) {
        return Optional.ofNullable(pod.getStatus()).stream()
                .flatMap(status -> status.getContainerStatuses().stream())
                .map(ContainerStatus::getState)
                .map(ContainerState::getRunning)
                .flatMap(running -> Optional.ofNullable(running).stream())
                .map(ContainerStateRunning::getStartedAt)
                .flatMap(text -> Optional.ofNullable(text).stream())
                .anyMatch(text -> absence.covers(Instant.parse(text)));
    }
}
