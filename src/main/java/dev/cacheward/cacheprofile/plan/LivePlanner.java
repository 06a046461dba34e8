package dev.cacheward.cacheprofile.plan;

import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.PodState;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.model.Server;
import dev.cacheward.cacheprofile.plan.drift.DriftPlanner;
import dev.cacheward.cacheprofile.plan.resize.ResizePlanner;
import dev.cacheward.cacheprofile.render.PodRenderer;
import dev.cacheward.cacheprofile.render.RunningProcess;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.cacheprofile.render.StatefulSetRenderer;
import dev.cacheward.redis.LiveChange;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;

/** Finds changes that the running server can be told, so that it goes on with all its keys and connections. */
final class LivePlanner {
    private static final RolloutStep LATER = new RolloutStep.Hold(new Cause(
            Reason.PREFLIGHT,
            "The change is made on the running server as soon as the operator has asked it; it serves on meanwhile."));

    private final PodRenderer pods;

    LivePlanner(PodRenderer pods) {
        this.pods = pods;
    }

    /**
     * Returns how the serving pod gets to what is wanted; empty if that takes a new process.
     *
     * @param wanted in the rendering of the pod that serves
     */
    Optional<RolloutStep> step(Profile wanted, Credentials credentials, Observed observed) {
        Optional<Pod> serving = servingPod(observed);
        return serving.flatMap(pod -> RunningProcess.of(observed.server()).flatMap(process -> {
            if (process.serves(wanted, pods)) {
                return step(process, wanted, credentials, observed, pod);
            }
            return process.servesResized(wanted, pods)
                    ? step(process, wanted, credentials, observed, pod)
                            .flatMap(step -> resized(step, process, wanted.server(), observed))
                    : Optional.empty();
        }));
    }

    private static Optional<RolloutStep> resized(
            RolloutStep step, RunningProcess process, Server wanted, Observed observed) {
        return step instanceof RolloutStep.Live live
                ? ResizePlanner.next(live, process.resources(), wanted, observed)
                : Optional.of(step);
    }

    /**
     * Returns how the pod that serves gets the resources back that it was made with, if it is wanted as it was made; empty if it
     * has them.
     */
    static Optional<RolloutStep> back(Server wanted, ServerObjects objects, Observed observed) {
        return servingPod(observed)
                .filter(pod ->
                        PodState.annotation(pod, StatefulSetRenderer.REVISION).equals(objects.revision()))
                .flatMap(pod -> ResizePlanner.back(correction(wanted, objects, observed), pod, wanted));
    }

    private static Optional<LiveChange> correction(Server wanted, ServerObjects objects, Observed observed) {
        return DriftPlanner.correction(objects, wanted.settings(), observed)
                .filter(RolloutStep.Correct.class::isInstance)
                .map(step -> ((RolloutStep.Correct) step).correction().change());
    }

    private static Optional<RolloutStep> step(
            RunningProcess process, Profile wanted, Credentials credentials, Observed observed, Pod pod) {
        if (observed.redis() instanceof ObservedRedis.Answered answered) {
            return process.change(wanted, credentials, answered.info().version(), observed.at())
                    .map(change -> new RolloutStep.Live(change, pod));
        }
        if (observed.redis() instanceof ObservedRedis.Silent silent) {
            return Optional.of(new RolloutStep.Hold(silent.cause()));
        }
        return observed.credentials().map(known -> LATER);
    }

    private static Optional<Pod> servingPod(Observed observed) {
        return observed.server()
                .servingPod()
                .filter(pod -> observed.server()
                        .statefulSet()
                        .filter(live -> PodState.isControlledBy(live, pod) && StatefulSetRenderer.isOf(live, pod))
                        .isPresent());
    }
}
