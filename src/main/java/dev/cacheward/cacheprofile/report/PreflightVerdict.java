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

    /** The least exit code of a container that a signal ended. */
    private static final int SIGNALLED = 128;

    private PreflightVerdict() {}

    /**
     * Whether the pod was ended before the server could say anything about the change: it was evicted, shut down or not
     * admitted by its node, or an init container that is not ours failed.
     */
    static boolean interrupted(Pod pod) {
        boolean endedByNode = pod.getStatus() != null && pod.getStatus().getReason() != null;
        return phase(pod).equals("Failed")
                && !spoken(pod)
                && (endedByNode || OtherContainers.failed(pod).isPresent());
    }

    /** Whether the trial itself ended its container, and no signal did. */
    private static boolean spoken(Pod pod) {
        return PodState.end(pod).filter(end -> end.getExitCode() < SIGNALLED).isPresent();
    }

    /** Whether the server started. Other containers of the pod may run on, and do not matter. */
    public static boolean passed(Pod pod) {
        return PodState.end(pod)
                .map(end -> end.getExitCode() == 0)
                .orElseGet(() -> phase(pod).equals("Succeeded"));
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
    public static Cause underWay(Optional<Pod> preflight, Instant now) {
        String progress = preflight
                .flatMap(pod -> interruption(pod).or(() -> waiting(pod, now)))
                .map(what -> " " + what)
                .orElse("");
        return new Cause(Reason.PREFLIGHT, TRYING_OUT + progress);
    }

    private static Optional<String> interruption(Pod pod) {
        return Optional.of(pod)
                .filter(PreflightVerdict::interrupted)
                .map(ended -> OtherContainers.failed(ended)
                        .map(container -> "The last try ended early: " + container)
                        .orElseGet(() -> "The node ended the last try ("
                                + ended.getStatus().getReason() + ")"))
                .map(why -> why + "; the next one follows.");
    }

    /** Returns what a trial waits for that takes longer than most. */
    private static Optional<String> waiting(Pod pod, Instant now) {
        return OtherContainers.isYoung(pod, now) || passed(pod)
                ? Optional.empty()
                : OtherContainers.unfinishedInit(pod)
                        .or(() -> PodState.waitingReason(pod).map(why -> "its container (" + why + ")"))
                        .or(() -> PodState.condition(pod, "PodScheduled").isEmpty()
                                ? Optional.of("a node")
                                : Optional.empty())
                        .map(what -> "It waits for " + what + ".");
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
        boolean ended = PodState.end(pod).isPresent() || phase(pod).equals("Failed");
        return ended && !passed(pod) && !interrupted(pod) && !pod.isMarkedForDeletion();
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
