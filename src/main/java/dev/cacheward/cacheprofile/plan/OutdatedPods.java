package dev.cacheward.cacheprofile.plan;

import dev.cacheward.cacheprofile.model.ObservedServer;
import dev.cacheward.cacheprofile.model.PodState;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.model.roll.WarmStep;
import dev.cacheward.cacheprofile.render.StatefulSetRenderer;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds pods that are not as their StatefulSet is now. The operator deletes them, since the controller replaces no pod by itself
 * under {@code OnDelete}: so a template can change without a new process, and no default of a controller holds up a new one.
 */
final class OutdatedPods {
    private OutdatedPods() {}

    /**
     * Returns the pods to delete. One that is ready, and has its data in memory alone, goes only if its StatefulSet is as
     * planned: else it may be one that was told a change, by an operator that ended before it wrote the StatefulSet.
     *
     * @param plan empty while the credentials are unknown
     */
    static List<Pod> of(ObservedServer server, Optional<ProfilePlan.ServerPlan> plan) {
        if (plan.filter(OutdatedPods::rolls).isPresent()) {
            return discarded(plan.get().step());
        }
        return server.statefulSet().filter(OutdatedPods::isSeen).stream()
                .flatMap(live -> server.pods().stream()
                        .filter(pod -> !pod.isMarkedForDeletion() && PodState.isControlledBy(live, pod))
                        .filter(pod -> !StatefulSetRenderer.isOf(live, pod))
                        .filter(pod -> !PodState.ready(pod)
                                || keepsData(pod, live)
                                || plan.filter(wanted -> isWritten(wanted, live))
                                        .isPresent()))
                .toList();
    }

    /** Returns the one that applications reach, so that the server may not take yet what the files say. */
    static Optional<Pod> serving(ObservedServer server) {
        return server.servingPod()
                .filter(pod -> server.statefulSet()
                        .filter(live -> !StatefulSetRenderer.isOf(live, pod))
                        .isPresent());
    }

    /** Whether pods are told apart by more than their template: one has the data, and goes only when another has it too. */
    private static boolean rolls(ProfilePlan.ServerPlan plan) {
        return plan.step() instanceof RolloutStep.Roll
                || plan.step() instanceof RolloutStep.Hold hold && hold.cause().reason() == Reason.WARM_ROLL_REFUSED
                || plan.step() instanceof RolloutStep.Hold held && held.cause().reason() == Reason.ROLLING;
    }

    private static List<Pod> discarded(RolloutStep step) {
        return step instanceof RolloutStep.Roll roll && roll.step() instanceof WarmStep.Discard discard
                ? List.of(discard.pod())
                : List.of();
    }

    /** Whether the data is on the volume of the next pod too, so that it outlives this one. */
    private static boolean keepsData(Pod pod, StatefulSet live) {
        return PodState.claimName(pod).isPresent()
                && PodState.claimName(live.getSpec().getTemplate().getSpec()).isPresent();
    }

    private static boolean isWritten(ProfilePlan.ServerPlan wanted, StatefulSet live) {
        return wanted.step() instanceof RolloutStep.Apply
                && wanted.objects()
                        .revision()
                        .equals(StatefulSetRenderer.annotation(live, StatefulSetRenderer.REVISION));
    }

    /** Whether the controller has seen the template. Before that it would make the same pod again. */
    private static boolean isSeen(StatefulSet live) {
        return Optional.ofNullable(live.getStatus())
                .map(StatefulSetStatus::getObservedGeneration)
                .filter(seen -> Objects.equals(seen, live.getMetadata().getGeneration()))
                .isPresent();
    }
}
