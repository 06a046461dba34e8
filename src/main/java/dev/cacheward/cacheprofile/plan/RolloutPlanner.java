package dev.cacheward.cacheprofile.plan;

import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.PodState;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.model.Server;
import dev.cacheward.cacheprofile.model.volume.ClaimState;
import dev.cacheward.cacheprofile.model.volume.DataFormat;
import dev.cacheward.cacheprofile.plan.drift.DriftPlanner;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.cacheprofile.render.StatefulSetRenderer;
import dev.cacheward.cacheprofile.report.PodDiagnosis;
import dev.cacheward.cacheprofile.report.PreflightVerdict;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Optional;

/** Decides how the server gets from the observed to the desired state without an avoidable outage. */
final class RolloutPlanner {
    private RolloutPlanner() {}

    /**
     * Returns the wanted server with the persistence mode that is possible now. While no server is ready on the volume, its
     * data is read in the format that it has: a server in the other mode would start empty and overwrite it. The switch waits for
     * a running server that the operator can log in to; one whose Secret is lost is first restarted with a new Secret.
     */
    static Server serverFor(Server wanted, Observed observed) {
        return RecordedForm.readable(observed)
                .filter(form -> wanted.persistent() && !canSwitch(observed))
                .map(wanted::withPersistence)
                .orElse(wanted);
    }

    /**
     * @param desired the objects of the server that {@link #serverFor} returns
     * @param live how the running server gets there without a new process; empty if there is no such way
     */
    static RolloutStep next(ServerObjects desired, Server server, Optional<RolloutStep> live, Observed observed) {
        return unreadable(server, observed).or(() -> live).orElseGet(() -> change(desired, server, observed));
    }

    private static RolloutStep change(ServerObjects desired, Server server, Observed observed) {
        if (!replacesServer(desired, observed)) {
            return DriftPlanner.correction(desired, server.settings(), observed).orElseGet(RolloutStep.Apply::new);
        }
        Optional<RolloutStep> tooSmall = MemoryHold.of(server, observed);
        if (tooSmall.isPresent()) {
            return tooSmall.get();
        }
        return tried(desired, server, observed);
    }

    private static RolloutStep tried(ServerObjects desired, Server server, Observed observed) {
        Optional<Pod> preflight = observed.server()
                .preflight()
                .filter(pod -> PodState.annotation(pod, StatefulSetRenderer.FINGERPRINT)
                        .equals(desired.fingerprint()));
        boolean serves = observed.server().servingPod().isPresent();
        Optional<Cause> blocking =
                preflight.flatMap(pod -> PreflightVerdict.blockingCause(pod, server.image(), serves));
        if (blocking.isPresent()) {
            return new RolloutStep.Hold(blocking.get());
        }
        if (preflight.filter(PreflightVerdict::passed).isEmpty() && !inTrouble(observed)) {
            return new RolloutStep.Preflight(PreflightVerdict.underWay(preflight, observed.at()));
        }
        return changesForm(server, observed) ? new RolloutStep.MigrateData() : new RolloutStep.Apply();
    }

    private static boolean replacesServer(ServerObjects desired, Observed observed) {
        return observed.server()
                .statefulSet()
                .filter(live -> !StatefulSetRenderer.annotation(live, StatefulSetRenderer.FINGERPRINT)
                        .equals(desired.fingerprint()))
                .filter(live -> observed.server().pods().stream().noneMatch(pod -> isTold(pod, live, desired)))
                .isPresent();
    }

    /** Whether the pod was told the change by an operator that ended before it wrote the StatefulSet. */
    private static boolean isTold(Pod pod, StatefulSet live, ServerObjects desired) {
        return PodState.isControlledBy(live, pod)
                && PodState.annotation(pod, StatefulSetRenderer.REVISION).equals(desired.revision());
    }

    /**
     * Whether the server cannot start as it is, so that a change can only help. A server that is only absent, for example while
     * its node is drained, will come back, so an untested change must not reach it.
     */
    private static boolean inTrouble(Observed observed) {
        return observed.server().servingPod().isEmpty()
                && observed.server().pods().stream()
                        .filter(pod -> !pod.isMarkedForDeletion())
                        .map(pod -> PodDiagnosis.of(pod, "", observed.at()))
                        .anyMatch(cause -> cause.filter(why -> why.reason() != Reason.POD_STUCK)
                                .isPresent());
    }

    private static boolean changesForm(Server server, Observed observed) {
        PersistenceMode mode = server.settings().persistence();
        return server.persistent()
                && observed.server().keepsData()
                && RecordedForm.readable(observed).filter(form -> form != mode).isPresent();
    }

    private static boolean canSwitch(Observed observed) {
        return observed.server().keepsData() && observed.credentials().isPresent();
    }

    /** Holds the rollout if the format of the data is unknown. */
    private static Optional<RolloutStep> unreadable(Server server, Observed observed) {
        return observed.server()
                .claim()
                .filter(claim -> server.persistent())
                .flatMap(claim -> ClaimState.form(claim)
                        .flatMap(DataFormat::obstacle)
                        .map(why -> "Annotation " + ClaimState.DATA_FORM + " of PersistentVolumeClaim "
                                + Quote.whole(claim.getMetadata().getName()) + " " + why))
                .map(message -> new RolloutStep.Hold(new Cause(Reason.DATA_FORM_UNKNOWN, message)));
    }
}
