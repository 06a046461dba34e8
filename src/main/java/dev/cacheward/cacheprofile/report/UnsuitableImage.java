package dev.cacheward.cacheprofile.report;

import dev.cacheward.cacheprofile.model.PodState;
import dev.cacheward.redis.ServerVersion;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises an image that lacks what the operator runs in it: redis-server, and for the probes sh, sleep and redis-cli. */
public final class UnsuitableImage {
    /**
     * The startup probe asks each second. A minute after it could have failed for good, the kubelet has restarted the server,
     * or cannot even run the probe: that does not count as a failure.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** After a restart by the probe, the next server has to pass it soon. */
    private static final Duration AGAIN = Duration.ofSeconds(15);

    /** The words of the container runtime, such as {@code exec: "sh": executable file not found in $PATH}. */
    private static final Pattern NOT_FOUND =
            Pattern.compile("exec: \\\\?\"([^\"\\\\]+)\\\\?\": (?:[^:]*executable file not found|[^:]*: no such file)");

    private static final String FORMAT = "exec format error";

    private UnsuitableImage() {}

    /** @param message how the container ended, in the words of the runtime, or the end of its log */
    static Optional<Cause> ended(String message, String image) {
        if (message.contains(FORMAT)) {
            return Optional.of(
                    cause(
                            "Image " + Quote.whole(image)
                                    + " is for another kind of processor than the node's (exec format error): choose one for this platform."));
        }
        Matcher missing = NOT_FOUND.matcher(message);
        return missing.find() ? Optional.of(cause(lacks(image, missing.group(1)))) : Optional.empty();
    }

    /** Returns the cause, if the kubelet's probe of a server that answers has had its time. */
    public static Optional<Cause> probed(Pod pod, String image, Instant now) {
        Duration patience = PodState.restartedByProbe(pod) ? AGAIN : PATIENCE;
        boolean late = PodState.runningSince(pod)
                .filter(since -> Duration.between(Instant.parse(since), now).compareTo(patience) > 0)
                .isPresent();
        return late && !PodState.started(pod)
                ? Optional.of(cause("The server answers, but the kubelet's probe of pod "
                        + pod.getMetadata().getName()
                        + " does not get through: the probes run sh, sleep and redis-cli in the"
                        + " container, and image " + Quote.whole(image) + " may lack one of them (kubectl describe pod "
                        + pod.getMetadata().getName() + " shows its events). Choose an image that has them."))
                : Optional.empty();
    }

    private static String lacks(String image, String program) {
        return "Image " + Quote.whole(image) + " has no " + Quote.of(program)
                + ": the operator starts redis-server, and its probes and preflights run sh, sleep and redis-cli. Choose an image"
                + " of " + ServerVersion.SUPPORTED + " with a shell.";
    }

    private static Cause cause(String message) {
        return new Cause(Reason.IMAGE_UNSUITABLE, message);
    }
}
