package dev.cacheward.cacheprofile.plan.resize;

import dev.cacheward.cacheprofile.model.ChildNames;
import dev.cacheward.cacheprofile.model.MaxMemory;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.model.Server;
import dev.cacheward.cacheprofile.model.SizedPod;
import dev.cacheward.cacheprofile.model.resize.ContainerResources;
import dev.cacheward.cacheprofile.model.volume.DataSize;
import dev.cacheward.redis.LiveChange;
import dev.cacheward.redis.client.ServerStats;
import dev.cacheward.status.Cause;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides how a pod that runs gets other CPU and memory. {@code maxmemory} is never above the limit in force: where the limit
 * falls, the server is told its new configuration before, and where it does not, afterwards. Each step is found from the pod and
 * from what its node says, so an operator that ended within one takes it again.
 */
public final class ResizePlanner {
    private ResizePlanner() {}

    /**
     * Returns the next step of a change that is all of it in the resources and in what the server can be told; empty if the pod
     * cannot get there while it runs.
     *
     * @param told what the server is told, and the pod that serves
     * @param made the resources that the pod was made with
     */
    public static Optional<RolloutStep> next(
            RolloutStep.Live told, ResourceRequirements made, Server wanted, Observed observed) {
        SizedPod pod = new SizedPod(told.pod());
        ContainerResources goal =
                pod.spec().changed(ContainerResources.of(made), ContainerResources.of(wanted.resources()));
        if (pod.has(goal)) {
            return Optional.of(told);
        }
        if (!isPossible(pod, goal)) {
            return Optional.empty();
        }
        if (pod.isAskedFor(goal)) {
            return Optional.of(new RolloutStep.Hold(ResizeCauses.of(pod)));
        }
        Optional<RolloutStep> tooSmall = lowers(pod, goal) ? tooSmall(goal, wanted, observed) : Optional.empty();
        return tooSmall.or(() -> Optional.of(resize(pod, goal, told.change())));
    }

    /**
     * Returns the step by which a pod gets its resources back, if the operator has asked for others since; empty if it has not,
     * or if they are as they should be.
     *
     * @param told what the server must be told to be as it is wanted; empty if it is
     * @param serving a pod of the template that is wanted
     */
    public static Optional<RolloutStep> back(Optional<LiveChange> told, Pod serving, Server wanted) {
        SizedPod pod = new SizedPod(serving);
        ContainerResources made = ContainerResources.of(wanted.resources());
        ContainerResources goal = pod.spec().changed(made, made);
        if (!pod.isAsAsked() || pod.has(goal) || !isPossible(pod, goal)) {
            return Optional.empty();
        }
        return Optional.of(
                pod.isAskedFor(goal)
                        ? new RolloutStep.Hold(ResizeCauses.of(pod))
                        : resize(pod, goal, told.orElse(LiveChange.none())));
    }

    private static RolloutStep resize(SizedPod pod, ContainerResources goal, LiveChange change) {
        return new RolloutStep.Resize(
                lowers(pod, goal) ? change : LiveChange.none(), pod.pod(), goal, ResizeCauses.UNDER_WAY);
    }

    /** Whether the container may take less memory than now. What its spec says may not be in force. */
    private static boolean lowers(SizedPod pod, ContainerResources goal) {
        return pod.inForce().orElseGet(pod::spec).lowersMemoryTo(goal);
    }

    private static boolean isPossible(SizedPod pod, ContainerResources goal) {
        return pod.spec().canBecome(goal)
                && !pod.cannotGet(goal)
                && QosClass.of(containers(pod.pod(), pod.spec())) == QosClass.of(containers(pod.pod(), goal));
    }

    private static List<ContainerResources> containers(Pod pod, ContainerResources server) {
        return Stream.concat(pod.getSpec().getInitContainers().stream(), pod.getSpec().getContainers().stream())
                .map(container -> container.getName().equals(ChildNames.CONTAINER) ? server : of(container))
                .toList();
    }

    private static ContainerResources of(Container container) {
        return ContainerResources.of(
                Optional.ofNullable(container.getResources()).orElseGet(ResourceRequirements::new));
    }

    /** Holds a limit below what the data needs, and one that would have the server evict keys. */
    private static Optional<RolloutStep> tooSmall(ContainerResources goal, Server wanted, Observed observed) {
        return stats(observed)
                .flatMap(stats -> tooSmall(goal, wanted, stats, observed))
                .map(RolloutStep.Hold::new);
    }

    private static Optional<Cause> tooSmall(
            ContainerResources goal, Server wanted, ServerStats stats, Observed observed) {
        long bytes = stats.memory().counted();
        long data = observed.volume().dataBytes().orElseGet(() -> DataSize.steady(bytes, Optional.empty()));
        long maxMemory = wanted.settings().maxMemoryBytes();
        long before = stats.memory().limit();
        boolean evicts = bytes > maxMemory && (before == 0 || maxMemory < before);
        return goal.memoryLimit()
                .flatMap(limit -> limit.longValue() < DataSize.limitFor(data)
                        ? MaxMemory.limit(wanted.resources())
                                .map(Quantity::toString)
                                .map(text -> ResizeCauses.belowData(text, data))
                        : Optional.of(ResizeCauses.belowData(limit, maxMemory, data))
                                .filter(cause -> evicts));
    }

    private static Optional<ServerStats> stats(Observed observed) {
        return observed.redis() instanceof ObservedRedis.Answered answered
                ? Optional.of(answered.info().stats())
                : Optional.empty();
    }
}
