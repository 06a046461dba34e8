package dev.cacheward.cacheprofile.report;

import dev.cacheward.cacheprofile.model.PodState;
import dev.cacheward.cacheprofile.model.volume.DataSize;
import dev.cacheward.cacheprofile.model.volume.VolumeLook;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds out from the status of a pod why it does not become ready. The messages are our own: the kubelet's change from attempt
 * to attempt, and each change would cost a status write.
 */
public final class PodDiagnosis {
    /**
     * A pod counts as unschedulable only after this time, since it looks so while a claim is being bound or a node is being
     * added.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** A crash is no longer reported after the server has run for this time: it has another problem then, or loads its data. */
    private static final Duration RECOVERY = Duration.ofMinutes(1);

    /** A server that has run for so long does not fall silent for what ended the one before it. */
    private static final Duration LATELY = Duration.ofMinutes(10);

    /** The server's own words hold numbers, which change at each attempt. */
    private static final Cause NOT_APPENDED = new Cause(
            Reason.CRASH_LOOPING,
            "The server ended since it could not write its append-only file: \"Can't recover from AOF write error when the AOF fsync"
                    + " policy is 'always'\". The volume is most likely full: enlarge it (persistence.size), and the server"
                    + " starts again by itself; it is checked when it has run for a minute. With fsync: everysec a full volume"
                    + " makes it refuse writes instead.");

    private PodDiagnosis() {}

    public static Optional<Cause> of(Pod pod, String image, Instant now) {
        if (PodState.imageUnavailable(pod)) {
            return Optional.of(new Cause(Reason.IMAGE_PULL_FAILED, imageMessage(image)));
        }
        return unschedulable(pod)
                .filter(message -> unscheduledFor(pod, now).compareTo(PATIENCE) > 0)
                .map(message -> new Cause(Reason.UNSCHEDULABLE, message))
                .or(() -> VolumeLookReport.of(pod))
                .or(() -> StuckPod.beginning(pod, now))
                .or(() -> PodState.crash(pod)
                        .filter(end -> runningFor(pod, now).compareTo(RECOVERY) < 0)
                        .map(end -> crash(pod, end, image)));
    }

    private static String needed(long dataBytes) {
        return ". Its data took " + DataSize.quantity(dataBytes)
                + " when it was last written as a whole, so that the limit" + " must be "
                + DataSize.quantity(DataSize.limitFor(dataBytes)) + " or more";
    }

    static String imageMessage(String image) {
        return "Image " + Quote.whole(image)
                + " cannot be pulled: check its name, that the node reaches the registry, and"
                + " podTemplate.imagePullSecrets.";
    }

    static Optional<String> unschedulable(Pod pod) {
        return PodState.condition(pod, "PodScheduled")
                .filter(condition -> "Unschedulable".equals(condition.getReason()))
                .map(condition -> Optional.ofNullable(condition.getMessage()).orElse(""))
                .map(SchedulerMessage::reasons)
                .map(reasons -> "No node takes the pod" + (reasons.isEmpty() ? "" : " (" + reasons + ")")
                        + ": check resources, nodeSelector, affinity, tolerations and storageClassName"
                        + " (kubectl describe pod " + pod.getMetadata().getName() + ").");
    }

    private static Duration unscheduledFor(Pod pod, Instant now) {
        return PodState.condition(pod, "PodScheduled")
                .map(PodCondition::getLastTransitionTime)
                .map(since -> Duration.between(Instant.parse(since), now))
                .orElse(Duration.ZERO);
    }

    private static Duration runningFor(Pod pod, Instant now) {
        return PodState.runningSince(pod)
                .map(since -> Duration.between(Instant.parse(since), now))
                .orElse(Duration.ZERO);
    }

    private static Cause crash(Pod pod, ContainerStateTerminated end, String image) {
        String log = Optional.ofNullable(end.getMessage()).orElse("");
        return UnsuitableImage.ended(log, image).orElseGet(() -> crash(pod, end));
    }

    /**
     * Returns why a ready server must not be written to, not even to check it: it ended lately since it could not write to its
     * volume, and the next write would end it again if the volume is still full.
     */
    public static Optional<Cause> writesEndIt(Pod pod, Instant now) {
        return cannotAppend(pod).filter(cause -> runningFor(pod, now).compareTo(RECOVERY) < 0);
    }

    /** Returns the cause if the server could not write to its volume and ended, so lately that its silence is of the same kind. */
    static Optional<Cause> couldNotAppendLately(Pod pod, Instant now) {
        return cannotAppend(pod).filter(cause -> runningFor(pod, now).compareTo(LATELY) < 0);
    }

    private static Optional<Cause> cannotAppend(Pod pod) {
        return PodState.crash(pod)
                .map(end -> Optional.ofNullable(end.getMessage()).orElse(""))
                .filter(ServerLog::cannotAppend)
                .map(log -> NOT_APPENDED);
    }

    private static Cause crash(Pod pod, ContainerStateTerminated end) {
        String log = Optional.ofNullable(end.getMessage()).orElse("");
        if (ServerLog.cannotAppend(log)) {
            return NOT_APPENDED;
        }
        if (ServerLog.refusesConfiguration(log)) {
            return new Cause(
                    Reason.CONFIG_REFUSED,
                    ServerLog.notTheAuthors(log)
                                    .orElseGet(() -> "The server does not start with this configuration: "
                                            + ServerLog.complaint(log))
                            + ".");
        }
        if ("OOMKilled".equals(end.getReason())) {
            return outOfMemory(pod);
        }
        return new Cause(
                Reason.CRASH_LOOPING,
                "The server ended with exit code " + end.getExitCode() + " and is being started again"
                        + (log.isBlank() ? "" : "; its last words: " + ServerLog.complaint(log)) + ".");
    }

    private static Cause outOfMemory(Pod pod) {
        return new Cause(
                Reason.CRASH_LOOPING,
                "The server was killed for using more memory than its limit: raise resources.limits.memory"
                        + VolumeLook.of(pod)
                                .flatMap(VolumeLook::dataBytes)
                                .map(PodDiagnosis::needed)
                                .orElse("")
                        + ". Lowering maxMemory helps only a server that runs: while it loads its data, maxMemory does"
                        + " not apply.");
    }
}
