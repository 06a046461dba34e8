package dev.cacheward.cacheprofile.report;

import dev.cacheward.cacheprofile.model.PodState;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Recognises pods that wait for something that does not come by itself. What exactly that is, only their events say. */
public final class StuckPod {
    /** A kubelet that works needs seconds. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private StuckPod() {}

    /** Returns the cause of the first pod that should have ended a minute ago: {@code deletionTimestamp} is when that is due. */
    public static Optional<Cause> ending(List<Pod> pods, Instant now) {
        return pods.stream()
                .filter(Pod::isMarkedForDeletion)
                .filter(pod -> late(pod.getMetadata().getDeletionTimestamp(), now))
                .findFirst()
                .map(pod -> new Cause(Reason.POD_STUCK, ending(pod)));
    }

    private static String ending(Pod pod) {
        String name = pod.getMetadata().getName();
        List<String> finalizers =
                Optional.ofNullable(pod.getMetadata().getFinalizers()).orElse(List.of());
        String advice = finalizers.isEmpty()
                ? "Does the node run? If it is surely off, taint it with node.kubernetes.io/out-of-service, or run kubectl"
                        + " delete pod " + name + " --force"
                : "It keeps finalizer "
                        + finalizers.stream().map(Quote::of).collect(Collectors.joining(", "))
                        + ": look at the controller that has to take it off, or remove it";
        return "Pod " + name + place(pod) + " was to end by "
                + pod.getMetadata().getDeletionTimestamp() + ", and does not, so no new one can start. " + advice
                + ". Two servers on one volume would damage its data.";
    }

    /**
     * Returns the cause if a pod has its node, and yet its volumes and its network are not ready. Both come before the image is
     * pulled, which may take long.
     */
    static Optional<Cause> beginning(Pod pod, Instant now) {
        boolean due = PodState.condition(pod, "PodScheduled")
                .filter(scheduled -> "True".equals(scheduled.getStatus()) && !pod.isMarkedForDeletion())
                .map(PodCondition::getLastTransitionTime)
                .filter(since -> late(since, now))
                .isPresent();
        if (!due
                || PodState.runningSince(pod).isPresent()
                || PodState.crash(pod).isPresent()) {
            return Optional.empty();
        }
        return PodState.notCreated(pod)
                .map(reason ->
                        "Pod " + pod.getMetadata().getName() + place(pod) + " cannot create its container (" + reason
                                + "): kubectl describe pod " + pod.getMetadata().getName() + " says why.")
                .or(() -> PodState.condition(pod, "PodReadyToStartContainers")
                        .filter(condition -> "False".equals(condition.getStatus()))
                        .map(condition -> beginning(pod)))
                .map(message -> new Cause(Reason.POD_STUCK, message));
    }

    private static String beginning(Pod pod) {
        String name = pod.getMetadata().getName();
        return "Pod " + name + place(pod) + " cannot start its containers: "
                + PodState.claimName(pod)
                        .map(claim -> "volume claim " + Quote.of(claim) + " or another volume of it")
                        .orElse("a volume of it")
                + " cannot be mounted, or its network cannot be set up. kubectl describe pod " + name
                + " has the events (FailedMount, FailedAttachVolume, FailedCreatePodSandBox).";
    }

    private static String place(Pod pod) {
        return Optional.ofNullable(pod.getSpec())
                .flatMap(spec -> Optional.ofNullable(spec.getNodeName()))
                .map(node -> " on node " + node)
                .orElse("");
    }

    private static boolean late(String due, Instant now) {
        return Duration.between(Instant.parse(due), now).compareTo(PATIENCE) > 0;
    }
}
