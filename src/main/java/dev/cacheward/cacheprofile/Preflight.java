package dev.cacheward.cacheprofile;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;

/** Reads the verdict of the pod that tries a change out. */
final class Preflight {
    private static final String SERVES_ON = " The running server serves on as before.";

    private Preflight() {}

    static boolean over(Pod pod) {
        return passed(pod) || phase(pod).equals("Failed") && !interrupted(pod);
    }

    /** Ended by its node and not by the server: evicted, shut down, not admitted. That says nothing about the change. */
    static boolean interrupted(Pod pod) {
        return phase(pod).equals("Failed") && pod.getStatus().getReason() != null;
    }

    static boolean passed(Pod pod) {
        return phase(pod).equals("Succeeded");
    }

    /** Why it does not get as far as starting the server. */
    static Optional<Cause> trouble(Pod pod, String image) {
        if (Pods.imageUnavailable(pod)) {
            return Optional.of(new Cause(Reason.IMAGE_PULL_FAILED, PodTrouble.imageMessage(image) + SERVES_ON));
        }
        return PodTrouble.unschedulable(pod).map(message -> new Cause(Reason.UNSCHEDULABLE, message + SERVES_ON));
    }

    static Cause refusal(Pod pod) {
        String words = Pods.crash(pod)
                .map(ContainerStateTerminated::getMessage)
                .map(ServerLog::complaint)
                .orElse("the server did not start");
        return new Cause(
                Reason.CONFIG_REFUSED, "The new configuration was tried out and refused: " + words + "." + SERVES_ON);
    }

    private static String phase(Pod pod) {
        return pod.getStatus() == null || pod.getStatus().getPhase() == null
                ? ""
                : pod.getStatus().getPhase();
    }
}
