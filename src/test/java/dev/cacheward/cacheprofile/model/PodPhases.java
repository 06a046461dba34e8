package dev.cacheward.cacheprofile.model;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Duration;
import java.util.Objects;

/** Pods in the phases of their lives, as the kubelet reports them. */
public final class PodPhases {
    public static final String ADDRESS = "10.0.0.7";

    /** Of a StatefulSet that no API server has seen. */
    static final String SET_UID = "uid-of-the-set";

    private PodPhases() {}

    /** The pod that a StatefulSet makes, before anybody has reported on it. */
    public static Pod podOf(StatefulSet statefulSet) {
        return new PodBuilder()
                .withMetadata(statefulSet.getSpec().getTemplate().getMetadata())
                .editMetadata()
                .withName(statefulSet.getMetadata().getName() + "-0")
                .withOwnerReferences(new OwnerReferenceBuilder()
                        .withKind("StatefulSet")
                        .withUid(Objects.requireNonNullElse(
                                statefulSet.getMetadata().getUid(), SET_UID))
                        .withController(true)
                        .build())
                .endMetadata()
                .withSpec(statefulSet.getSpec().getTemplate().getSpec())
                .build();
    }

    public static Pod ready(Pod pod) {
        return condition(running(pod), "Ready", "True", null, Duration.ZERO);
    }

    /** Runs, has an address, and is not ready. */
    public static Pod running(Pod pod) {
        return running(pod, Duration.ZERO);
    }

    public static Pod running(Pod pod, Duration since) {
        ContainerState state = new ContainerStateBuilder()
                .withNewRunning()
                .withStartedAt(ObservedBuilder.NOW.minus(since).toString())
                .endRunning()
                .build();
        return new PodBuilder(state(pod, state, null))
                .editStatus()
                .withPhase("Running")
                .withPodIP(ADDRESS)
                .endStatus()
                .build();
    }

    public static Pod waiting(Pod pod, String reason) {
        ContainerState state = new ContainerStateBuilder()
                .withNewWaiting()
                .withReason(reason)
                .endWaiting()
                .build();
        return state(pod, state, null);
    }

    public static Pod ended(Pod pod, int exitCode, String reason, String message) {
        return state(pod, terminated(exitCode, reason, message), null);
    }

    /** Waits to be started again. */
    public static Pod crashed(Pod pod, int exitCode, String reason, String message) {
        ContainerState backOff = new ContainerStateBuilder()
                .withNewWaiting()
                .withReason("CrashLoopBackOff")
                .endWaiting()
                .build();
        return state(pod, backOff, terminated(exitCode, reason, message));
    }

    /** Has crashed and runs again. */
    public static Pod runningAfterCrash(Pod pod, int exitCode, Duration since) {
        return new PodBuilder(running(pod, since))
                .editStatus()
                .editFirstContainerStatus()
                .withLastState(terminated(exitCode, "Error", ""))
                .endContainerStatus()
                .endStatus()
                .build();
    }

    public static Pod unschedulable(Pod pod, Duration since) {
        return condition(pod, "PodScheduled", "False", "Unschedulable", since);
    }

    /** For a minute, with the scheduler's own words. */
    public static Pod unschedulable(Pod pod, String message) {
        return new PodBuilder(unschedulable(pod, Duration.ofMinutes(1)))
                .editStatus()
                .editFirstCondition()
                .withMessage(message)
                .endCondition()
                .endStatus()
                .build();
    }

    public static Pod phase(Pod pod, String phase) {
        return new PodBuilder(pod)
                .editOrNewStatus()
                .withPhase(phase)
                .endStatus()
                .build();
    }

    /** Why the node ended it. */
    public static Pod becauseOf(Pod pod, String reason) {
        return new PodBuilder(pod).editStatus().withReason(reason).endStatus().build();
    }

    public static Pod created(Pod pod, Duration ago) {
        return new PodBuilder(pod)
                .editMetadata()
                .withCreationTimestamp(ObservedBuilder.NOW.minus(ago).toString())
                .endMetadata()
                .build();
    }

    public static Pod goingAway(Pod pod) {
        return new PodBuilder(pod)
                .editMetadata()
                .withDeletionTimestamp(ObservedBuilder.NOW.toString())
                .endMetadata()
                .build();
    }

    /** Should have ended that long ago. */
    public static Pod ending(Pod pod, Duration late) {
        return new PodBuilder(pod)
                .editMetadata()
                .withDeletionTimestamp(ObservedBuilder.NOW.minus(late).toString())
                .endMetadata()
                .editSpec()
                .withNodeName("worker-3")
                .endSpec()
                .build();
    }

    /** Has had a node for that long, on which neither its volumes nor its network are ready. */
    public static Pod unmounted(Pod pod, Duration since) {
        Pod placed = condition(waiting(pod, "ContainerCreating"), "PodScheduled", "True", null, since);
        return condition(
                new PodBuilder(placed)
                        .editSpec()
                        .withNodeName("worker-3")
                        .endSpec()
                        .build(),
                "PodReadyToStartContainers",
                "False",
                null,
                since);
    }

    static ContainerState terminated(int exitCode, String reason, String message) {
        return new ContainerStateBuilder()
                .withNewTerminated()
                .withExitCode(exitCode)
                .withReason(reason)
                .withMessage(message)
                .endTerminated()
                .build();
    }

    private static Pod condition(Pod pod, String type, String status, String reason, Duration since) {
        return new PodBuilder(pod)
                .editOrNewStatus()
                .addNewCondition()
                .withType(type)
                .withStatus(status)
                .withReason(reason)
                .withLastTransitionTime(ObservedBuilder.NOW.minus(since).toString())
                .endCondition()
                .endStatus()
                .build();
    }

    private static Pod state(Pod pod, ContainerState state, ContainerState last) {
        return new PodBuilder(pod)
                .editOrNewStatus()
                .addNewContainerStatus()
                .withName(ChildNames.CONTAINER)
                .withState(state)
                .withLastState(last)
                .endContainerStatus()
                .endStatus()
                .build();
    }
}
