package dev.cacheward.cacheprofile.report;

import dev.cacheward.cacheprofile.model.ChildNames;
import dev.cacheward.cacheprofile.model.PodState;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Names the container that keeps a pod from going on and is not ours. Admission webhooks add such containers: meshes, agents for
 * secrets. The words do not change from attempt to attempt, since each change would cost a status write.
 */
public final class OtherContainers {
    /** The age of a pod from which it is told what it waits for. Most pods are ready by then. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String NOT_OURS = ", which is not the operator's: an admission webhook added it";

    private OtherContainers() {}

    /** Returns what a pod waits for that has existed for a while, as a sentence; empty if that is none of these containers. */
    public static Optional<String> hindrance(Pod pod, Instant now) {
        return isYoung(pod, now)
                ? Optional.empty()
                : unfinishedInit(pod).or(() -> unready(pod)).map(what -> "It waits for " + what + ".");
    }

    static boolean isYoung(Pod pod, Instant now) {
        return Optional.ofNullable(pod.getMetadata().getCreationTimestamp())
                .map(Instant::parse)
                .filter(then -> Duration.between(then, now).compareTo(PATIENCE) >= 0)
                .isEmpty();
    }

    /** Returns the init container whose failure ended the pod, with its exit code; empty if there is none. */
    static Optional<String> failed(Pod pod) {
        return initStatuses(pod).stream()
                .filter(status -> exitCode(status).filter(code -> code != 0).isPresent())
                .filter(status -> !keepsRunning(pod, status))
                .map(status -> init(status) + " failed with exit code "
                        + exitCode(status).orElseThrow())
                .findFirst();
    }

    /** Returns the first init container that holds up the others. */
    static Optional<String> unfinishedInit(Pod pod) {
        return initStatuses(pod).stream()
                .filter(status -> keepsRunning(pod, status)
                        ? !Boolean.TRUE.equals(status.getStarted())
                        : exitCode(status).filter(code -> code == 0).isEmpty())
                .findFirst()
                .map(status -> init(status) + trouble(status));
    }

    private static Optional<String> unready(Pod pod) {
        return statuses(pod, PodStatus::getContainerStatuses).stream()
                .filter(status -> !status.getName().equals(ChildNames.CONTAINER))
                .filter(status -> !Boolean.TRUE.equals(status.getReady()))
                .findFirst()
                .map(status -> "container " + Quote.whole(status.getName()) + NOT_OURS + trouble(status));
    }

    private static String init(ContainerStatus status) {
        return "init container " + Quote.whole(status.getName()) + NOT_OURS;
    }

    private static String trouble(ContainerStatus status) {
        return PodState.imageUnavailable(status) ? " (its image cannot be pulled)" : "";
    }

    private static Optional<Integer> exitCode(ContainerStatus status) {
        return Optional.ofNullable(status.getState())
                .map(state -> state.getTerminated())
                .map(end -> end.getExitCode());
    }

    /** Whether the init container is a sidecar, which is to run as long as the pod. */
    private static boolean keepsRunning(Pod pod, ContainerStatus status) {
        return pod.getSpec().getInitContainers().stream()
                .filter(container -> container.getName().equals(status.getName()))
                .map(Container::getRestartPolicy)
                .anyMatch("Always"::equals);
    }

    private static List<ContainerStatus> initStatuses(Pod pod) {
        return statuses(pod, PodStatus::getInitContainerStatuses);
    }

    private static List<ContainerStatus> statuses(Pod pod, Function<PodStatus, List<ContainerStatus>> which) {
        return Optional.ofNullable(pod.getStatus()).map(which).orElse(List.of());
    }
}
