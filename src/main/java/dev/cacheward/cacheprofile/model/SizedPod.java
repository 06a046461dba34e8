package dev.cacheward.cacheprofile.model;

import dev.cacheward.cacheprofile.model.resize.ContainerResources;
import dev.cacheward.status.ConditionStatus;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.Optional;

/**
 * The CPU and memory of a pod's server: what its spec says, and what the node has given it.
 *
 * @param pod the pod that serves
 */
public record SizedPod(Pod pod) {
    /**
     * The annotation of a pod with the resources that the operator has asked for last, and whether the cluster cannot give them
     * to a pod that runs.
     */
    public static final String ANNOTATION = "cacheward.dev/resize";

    private static final String ASKED = "asked for ";
    private static final String REFUSED = "impossible ";

    /** Returns the value of the annotation before the cluster is asked. */
    public static String asked(ContainerResources resources) {
        return ASKED + resources.text();
    }

    /** Returns the value of the annotation once the cluster has said that it cannot. */
    public static String refused(ContainerResources resources) {
        return REFUSED + resources.text();
    }

    /** Returns what the spec of the pod says. */
    public ContainerResources spec() {
        return ContainerResources.of(pod.getSpec().getContainers().stream()
                .filter(container -> container.getName().equals(ChildNames.CONTAINER))
                .map(Container::getResources)
                .findFirst()
                .orElseGet(ResourceRequirements::new));
    }

    /** Returns what the container has; empty if its node does not say. */
    public Optional<ContainerResources> inForce() {
        return Optional.ofNullable(pod.getStatus())
                .flatMap(status -> status.getContainerStatuses().stream()
                        .filter(container -> container.getName().equals(ChildNames.CONTAINER))
                        .map(ContainerStatus::getResources)
                        .filter(said -> said != null)
                        .map(ContainerResources::of)
                        .findFirst());
    }

    /** Whether the pod's spec says so, whatever its node does. */
    public boolean isAskedFor(ContainerResources wanted) {
        return spec().isSameSize(wanted);
    }

    /** Whether the container has these resources, and its node has nothing left to do. */
    public boolean has(ContainerResources wanted) {
        return isAskedFor(wanted)
                && inForce().filter(wanted::isSameSize).isPresent()
                && pending().isEmpty()
                && inProgress().isEmpty();
    }

    /** Returns the node's word on a resize that it does not make; empty if there is none. */
    public Optional<PodCondition> pending() {
        return holds("PodResizePending");
    }

    /** Returns the node's word on a resize that it makes; empty if there is none. */
    public Optional<PodCondition> inProgress() {
        return holds("PodResizeInProgress");
    }

    private Optional<PodCondition> holds(String type) {
        return PodState.condition(pod, type)
                .filter(condition -> ConditionStatus.TRUE.wire().equals(condition.getStatus()));
    }

    /** Whether the cluster has said that it cannot give these resources to the pod while it runs. */
    public boolean cannotGet(ContainerResources wanted) {
        return PodState.annotation(pod, ANNOTATION).equals(refused(wanted));
    }

    /** Whether the pod's resources are those that the operator has asked for last. */
    public boolean isAsAsked() {
        return PodState.annotation(pod, ANNOTATION).equals(asked(spec()));
    }
}
