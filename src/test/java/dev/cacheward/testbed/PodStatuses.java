package dev.cacheward.testbed;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.api.model.PodIP;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a pod's status, and nothing if it is what was written last. */
final class PodStatuses {
    private final KubernetesClient client;
    private final Pod pod;
    private final Clock clock;
    private final String started;
    private final Map<String, PodCondition> conditions = new LinkedHashMap<>();
    private PodStatus written = new PodStatus();

    PodStatuses(KubernetesClient client, Pod pod, Clock clock) {
        this.client = client;
        this.pod = pod;
        this.clock = clock;
        this.started = now();
    }

    String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    void write(ContainerView view, String podIp) {
        PodStatus status = status(view, podIp);
        if (status.equals(written)) {
            return;
        }
        Pod wanted = new PodBuilder(pod)
                .editMetadata()
                .withResourceVersion(null)
                .endMetadata()
                .withStatus(status)
                .build();
        try {
            client.resource(wanted).updateStatus();
            written = status;
        } catch (KubernetesClientException e) {
            if (e.getCode() != 404 && e.getCode() != 409) {
                throw e;
            }
        }
    }

    private PodStatus status(ContainerView view, String podIp) {
        boolean unschedulable = view.state().getWaiting() != null
                && "Unschedulable".equals(view.state().getWaiting().getReason());
        condition("PodScheduled", !unschedulable);
        condition("Initialized", !unschedulable);
        condition("ContainersReady", view.ready());
        condition("Ready", view.ready());
        PodStatusBuilder status = new PodStatusBuilder()
                .withPhase(view.phase())
                .withStartTime(started)
                .withConditions(List.copyOf(conditions.values()));
        if (!podIp.isEmpty()) {
            status.withPodIP(podIp).withHostIP("127.0.0.1").withPodIPs(new PodIP(podIp));
        }
        return status.addToContainerStatuses(container(view).build()).build();
    }

    private ContainerStatusBuilder container(ContainerView view) {
        Container container = pod.getSpec().getContainers().get(0);
        return new ContainerStatusBuilder()
                .withName(container.getName())
                .withImage(container.getImage())
                .withImageID(container.getImage())
                .withReady(view.ready())
                .withStarted(view.state().getRunning() != null)
                .withRestartCount(view.restarts())
                .withState(view.state())
                .withLastState(view.last());
    }

    private void condition(String type, boolean holds) {
        String status = holds ? "True" : "False";
        PodCondition old = conditions.get(type);
        if (old == null || !old.getStatus().equals(status)) {
            conditions.put(
                    type,
                    new PodConditionBuilder()
                            .withType(type)
                            .withStatus(status)
                            .withReason(holds ? null : reason(type))
                            .withLastTransitionTime(now())
                            .build());
        }
    }

    private static String reason(String type) {
        return type.equals("PodScheduled") ? "Unschedulable" : "ContainersNotReady";
    }
}
