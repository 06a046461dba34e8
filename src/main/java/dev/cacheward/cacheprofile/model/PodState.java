package dev.cacheward.cacheprofile.model;

import dev.cacheward.cacheprofile.model.volume.VolumeLook;
import dev.cacheward.status.ConditionStatus;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimVolumeSource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a pod's status, in which nearly everything may be absent. */
public final class PodState {
    private static final Set<String> PULL_TROUBLE =
            Set.of("ErrImagePull", "ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull", "ImageInspectError");

    private static final Set<String> NOT_CREATED =
            Set.of("CreateContainerConfigError", "CreateContainerError", "RunContainerError");
    private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

    private PodState() {}

    public static boolean ready(Pod pod) {
        return !pod.isMarkedForDeletion()
                && condition(pod, "Ready").filter(PodState::isTrue).isPresent();
    }

    public static Optional<PodCondition> condition(Pod pod, String type) {
        return pod.getStatus() == null
                ? Optional.empty()
                : pod.getStatus().getConditions().stream()
                        .filter(condition -> condition.getType().equals(type))
                        .findFirst();
    }

    public static Optional<String> address(Pod pod) {
        return Optional.ofNullable(pod.getStatus())
                .map(status -> status.getPodIP())
                .filter(ip -> !ip.isEmpty());
    }

    public static boolean imageUnavailable(Pod pod) {
        return Stream.of(container(pod), VolumeLook.status(pod))
                .flatMap(Optional::stream)
                .anyMatch(PodState::imageUnavailable);
    }

    public static boolean imageUnavailable(ContainerStatus status) {
        return Optional.ofNullable(status.getState())
                .map(state -> state.getWaiting())
                .filter(waiting -> PULL_TROUBLE.contains(waiting.getReason()))
                .isPresent();
    }

    /** Returns the kubelet's word for a container that it cannot create; empty otherwise. */
    public static Optional<String> notCreated(Pod pod) {
        return waitingReason(pod).filter(NOT_CREATED::contains);
    }

    /** Returns how the container ended; empty while it has not, or if it is started again. */
    public static Optional<ContainerStateTerminated> end(Pod pod) {
        return container(pod).map(ContainerStatus::getState).map(state -> state.getTerminated());
    }

    /** Returns how the container ended last; empty if that was with exit code 0. The container may be running again. */
    public static Optional<ContainerStateTerminated> crash(Pod pod) {
        return container(pod)
                .flatMap(status -> Stream.of(status.getState(), status.getLastState())
                        .filter(state -> state != null && state.getTerminated() != null)
                        .map(state -> state.getTerminated())
                        .findFirst())
                .filter(end -> end.getExitCode() != 0);
    }

    /** Returns why the container does not run yet, such as {@code ContainerCreating}; empty if it runs or has ended. */
    public static Optional<String> waitingReason(Pod pod) {
        return container(pod)
                .map(ContainerStatus::getState)
                .map(state -> state.getWaiting())
                .map(waiting -> waiting.getReason());
    }

    public static boolean running(Pod pod) {
        return container(pod)
                .map(ContainerStatus::getState)
                .filter(state -> state.getRunning() != null)
                .isPresent();
    }

    /** Whether the startup probe has passed since the container started. */
    public static boolean started(Pod pod) {
        return container(pod)
                .map(ContainerStatus::getStarted)
                .filter(Boolean.TRUE::equals)
                .isPresent();
    }

    /** Whether the container ended last with exit code 0: a server does so only if it is told to. */
    public static boolean restartedByProbe(Pod pod) {
        return container(pod)
                .map(ContainerStatus::getLastState)
                .map(state -> state.getTerminated())
                .filter(end -> end.getExitCode() == 0)
                .isPresent();
    }

    /** Returns the start time in RFC 3339; empty while the container does not run. */
    public static Optional<String> runningSince(Pod pod) {
        return container(pod)
                .map(ContainerStatus::getState)
                .map(state -> state.getRunning())
                .map(running -> running.getStartedAt());
    }

    /**
     * Whether the pod counts for a quota, which one whose containers have all ended does not: its phase says so a moment later, and
     * the quota may know by then. Who counts it all the same thinks that it makes room.
     */
    public static boolean counts(Pod pod) {
        return pod.getStatus() == null
                || !ENDED.contains(String.valueOf(pod.getStatus().getPhase())) && !haveAllEnded(pod);
    }

    private static boolean haveAllEnded(Pod pod) {
        return pod.getStatus().getContainerStatuses().stream()
                        .filter(container -> container.getState() != null
                                && container.getState().getTerminated() != null)
                        .count()
                == pod.getSpec().getContainers().size();
    }

    /** Returns a text that changes when the server in the pod is another one, or becomes ready or unready. */
    static String life(Pod pod) {
        return pod.getMetadata().getUid() + "@" + address(pod).orElse("") + "/"
                + runningSince(pod).orElse("") + "/" + ready(pod);
    }

    public static String annotation(Pod pod, String key) {
        return pod.getMetadata().getAnnotations() == null
                ? ""
                : pod.getMetadata().getAnnotations().getOrDefault(key, "");
    }

    /** Returns the name of the volume claim that the pod mounts; empty if it mounts none. */
    public static Optional<String> claimName(Pod pod) {
        return claimName(pod.getSpec());
    }

    /** Returns the name of the volume claim that a pod like this mounts; empty if it mounts none. */
    public static Optional<String> claimName(PodSpec pod) {
        return pod.getVolumes().stream()
                .map(Volume::getPersistentVolumeClaim)
                .filter(Objects::nonNull)
                .map(PersistentVolumeClaimVolumeSource::getClaimName)
                .findFirst();
    }

    /** Whether the StatefulSet made the pod. Its labels prove nothing. */
    public static boolean isControlledBy(StatefulSet owner, Pod pod) {
        return pod.getMetadata().getOwnerReferences().stream()
                .map(OwnerReference::getUid)
                .anyMatch(uid -> uid.equals(owner.getMetadata().getUid()));
    }

    /** Whether the server's container was made from this image, as the pod's spec names it. */
    public static boolean runs(Pod pod, String image) {
        return pod.getSpec().getContainers().stream()
                .anyMatch(container -> container.getName().equals(ChildNames.CONTAINER)
                        && container.getImage().equals(image));
    }

    private static boolean isTrue(PodCondition condition) {
        return ConditionStatus.TRUE.wire().equals(condition.getStatus());
    }

    private static Optional<ContainerStatus> container(Pod pod) {
        return pod.getStatus() == null
                ? Optional.empty()
                : pod.getStatus().getContainerStatuses().stream()
                        .filter(status -> status.getName().equals(ChildNames.CONTAINER))
                        .findFirst();
    }
}
