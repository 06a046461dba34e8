package dev.cacheward.playground;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;

/** A pod in one line. */
final class PodStory {
    private PodStory() {}

    static String line(Pod pod) {
        if (pod.getMetadata().getDeletionTimestamp() != null) {
            return "ending";
        }
        String phase =
                Optional.ofNullable(pod.getStatus()).map(s -> s.getPhase()).orElse("scheduled to this machine");
        return phase + container(pod).map(PodStory::state).orElse("");
    }

    private static Optional<ContainerStatus> container(Pod pod) {
        return Optional.ofNullable(pod.getStatus())
                .flatMap(s -> s.getContainerStatuses().stream().findFirst())
                .filter(c -> c.getState() != null);
    }

    private static String state(ContainerStatus container) {
        StringBuilder text = new StringBuilder();
        if (container.getState().getWaiting() != null) {
            text.append(", ").append(container.getState().getWaiting().getReason());
            Optional.ofNullable(container.getState().getWaiting().getMessage())
                    .ifPresent(m -> text.append(": ").append(m));
        } else if (container.getState().getTerminated() != null) {
            text.append(", ended with ")
                    .append(container.getState().getTerminated().getExitCode());
        } else {
            text.append(container.getReady() ? ", ready" : ", not ready");
        }
        return container.getRestartCount() > 0
                ? text.append(", restarts: ")
                        .append(container.getRestartCount())
                        .toString()
                : text.toString();
    }
}
