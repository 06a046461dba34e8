package dev.cacheward.cacheprofile.managed;

import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.plan.ExpectedServer;
import dev.cacheward.cacheprofile.report.StartProgress;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.telemetry.ResourceKey;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Finds out why a server has no pod. Usually it has one a moment later, so a question is asked only after a while. */
final class MissingPod {
    private static final Duration WHILE = Duration.ofSeconds(3);

    private final Function<StatefulSet, Optional<Cause>> refusal;
    private final Map<ResourceKey, Instant> since = new ConcurrentHashMap<>();

    /** @param refusal asks the API server why it does not take a StatefulSet's pod; empty if it would */
    MissingPod(Function<StatefulSet, Optional<Cause>> refusal) {
        this.refusal = refusal;
    }

    /** Returns what keeps a server from having its pod, or says that the pod is on its way. */
    Cause why(ResourceKey profile, ExpectedServer expected, Observed observed) {
        if (!observed.server().pods().isEmpty()) {
            return StartProgress.RESTARTING;
        }
        Instant first = since.computeIfAbsent(profile, unknown -> observed.at());
        return observed.server()
                .statefulSet()
                .filter(live -> Duration.between(first, observed.at()).compareTo(WHILE) >= 0)
                .flatMap(refusal)
                .orElseGet(() -> StartProgress.of(expected.before()));
    }

    /** Hears that the server has its pod, or is no more. */
    void forget(ResourceKey profile) {
        since.remove(profile);
    }

    /**
     * Returns the cause for a pod that is refused. A StatefulSet's controller waits longer after each refusal, up to 1000 seconds;
     * a new StatefulSet is tried at once.
     *
     * @param words the API server's own
     */
    static Cause refused(StatefulSet live, String words) {
        return new Cause(
                Reason.WRITE_REFUSED,
                "The server has no pod, since the API server refuses it: " + words
                        + ". Kubernetes tries again by itself, less and less often. When the cause is removed, \"kubectl"
                        + " delete statefulset " + live.getMetadata().getName()
                        + "\" makes it try at once; it costs nothing.");
    }
}
