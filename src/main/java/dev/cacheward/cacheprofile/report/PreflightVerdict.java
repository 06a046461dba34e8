package dev.cacheward.cacheprofile.report;

import dev.cacheward.cacheprofile.model.PodState;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads the result of a preflight from its pod. */
public final class PreflightVerdict {
    private static final String SERVES_ON = " The running server serves on as before.";
    private static final String STAYS = " The server stays as it was before.";
    private static final String TRYING_OUT =
            "The change is being tried out in a pod beside the server, which is replaced only if that works.";

    /**
     * The least age of an interrupted pod before it is replaced. Otherwise a node that admits no pod would be asked many times
     * a second.
     */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private PreflightVerdict() {}

    /**
     * Whether the node ended the pod and not the server: it was evicted, shut down or not admitted. This says nothing about the
     * change.
     */
    static boolean interrupted(Pod pod) {
        return phase(pod).equals("Failed") && pod.getStatus().getReason() != null;
    }

    public static boolean passed(Pod pod) {
        return phase(pod).equals("Succeeded");
    }

    /** Whether an interrupted pod is old enough to be replaced. */
    public static boolean isToBeMadeAgain(Pod pod, Instant now) {
        Optional<Instant> made =
                Optional.ofNullable(pod.getMetadata().getCreationTimestamp()).map(Instant::parse);
        return interrupted(pod)
                && made.filter(then -> Duration.between(then, now).compareTo(PAUSE) < 0)
                        .isEmpty();
    }

    /** @param preflight the preflight; empty if there is none yet */
    public static Cause underWay(Optional<Pod> preflight) {
        String interruption = preflight
                .filter(PreflightVerdict::interrupted)
                .map(pod -> " The node ended the last try (" + pod.getStatus().getReason() + "); the next one follows.")
                .orElse("");
        return new Cause(Reason.PREFLIGHT, TRYING_OUT + interruption);
    }

    /**
     * Returns the cause that blocks the change; empty if there is none so far.
     *
     * @param serves whether the server that would be replaced is ready
     */
    public static Optional<Cause> blockingCause(Pod pod, String image, boolean serves) {
        return (refused(pod) ? Optional.of(refusal(pod, image)) : cause(pod, image))
                .map(cause -> new Cause(cause.reason(), cause.message() + (serves ? SERVES_ON : STAYS)));
    }

    private static boolean refused(Pod pod) {
        return phase(pod).equals("Failed") && !interrupted(pod);
    }

    /** Returns why the pod cannot even start the server. */
    private static Optional<Cause> cause(Pod pod, String image) {
        if (passed(pod)) {
            return Optional.empty();
        }
        if (PodState.imageUnavailable(pod)) {
            return Optional.of(new Cause(Reason.IMAGE_PULL_FAILED, PodDiagnosis.imageMessage(image)));
        }
        return PodDiagnosis.unschedulable(pod).map(message -> new Cause(Reason.UNSCHEDULABLE, message));
    }

    private static Cause refusal(Pod pod, String image) {
        Optional<String> log = PodState.crash(pod).map(ContainerStateTerminated::getMessage);
        return log.flatMap(words -> UnsuitableImage.ended(words, image)).orElseGet(() -> refusal(log));
    }

    private static Cause refusal(Optional<String> log) {
        String words = log.flatMap(ServerLog::notTheAuthors)
                .orElseGet(() -> "The new configuration was tried out and refused: "
                        + log.map(ServerLog::complaint).orElse("the server did not start"));
        return new Cause(Reason.CONFIG_REFUSED, words + ".");
    }

    private static String phase(Pod pod) {
        return pod.getStatus() == null || pod.getStatus().getPhase() == null
                ? ""
                : pod.getStatus().getPhase();
    }
}
