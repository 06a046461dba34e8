package dev.cacheward.cli.diagnose;

import dev.cacheward.cacheprofile.model.ChildNames;
import dev.cacheward.cacheprofile.model.ObservedServer;
import dev.cacheward.cacheprofile.model.PodState;
import dev.cacheward.cacheprofile.report.OtherContainers;
import dev.cacheward.cacheprofile.report.PodDiagnosis;
import dev.cacheward.cacheprofile.report.StuckPod;
import dev.cacheward.cacheprofile.report.UnsuitableImage;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the objects of a server say, before the server is asked: the operator's own judgement.
 *
 * @param pod that applications reach, or are about to; empty if there is none
 * @param cause why it does not serve; empty if nothing is known against it
 */
record PodVerdict(Optional<Pod> pod, Optional<Cause> cause) {
    /** @param events of the StatefulSet and of its pods, the newest first */
    static PodVerdict of(ObservedServer server, List<Event> events, Instant now) {
        if (server.statefulSet().isEmpty()) {
            return new PodVerdict(
                    Optional.empty(),
                    Optional.of(
                            new Cause(
                                    Reason.PROVISIONING,
                                    "There is no StatefulSet for the server yet. Does an operator run that looks after this namespace?")));
        }
        StatefulSet live = server.statefulSet().get();
        Optional<String> active = server.activePod();
        Optional<Pod> pod = server.pods().stream()
                .filter(one -> !one.isMarkedForDeletion())
                .filter(one -> active.isEmpty()
                        || active.get().equals(one.getMetadata().getName()))
                .findFirst();
        return pod.map(found -> new PodVerdict(pod, judged(found, image(live), now)))
                .orElseGet(() -> new PodVerdict(Optional.empty(), Optional.of(missing(server, events, now))));
    }

    private static Optional<Cause> judged(Pod pod, String image, Instant now) {
        if (PodState.ready(pod)) {
            return Optional.empty();
        }
        return PodDiagnosis.of(pod, image, now)
                .or(() -> UnsuitableImage.probed(pod, image, now))
                .or(() -> OtherContainers.hindrance(pod, now).map(what -> new Cause(Reason.PROVISIONING, what)))
                .or(() -> PodState.running(pod)
                        ? Optional.empty()
                        : Optional.of(new Cause(
                                Reason.PROVISIONING,
                                "Pod " + pod.getMetadata().getName()
                                        + " does not run yet"
                                        + PodState.waitingReason(pod)
                                                .map(why -> " (" + why + ")")
                                                .orElse("") + ".")));
    }

    private static Cause missing(ObservedServer server, List<Event> events, Instant now) {
        return StuckPod.ending(server.pods(), now)
                .orElseGet(() -> events.stream()
                        .filter(event -> "FailedCreate".equals(event.getReason()))
                        .findFirst()
                        .map(event -> new Cause(
                                Reason.WRITE_REFUSED, "The pod of the server is not made: " + event.getMessage()))
                        .orElseGet(() -> new Cause(Reason.PROVISIONING, "The server has no pod at the moment.")));
    }

    private static String image(StatefulSet live) {
        return live.getSpec().getTemplate().getSpec().getContainers().stream()
                .filter(container -> container.getName().equals(ChildNames.CONTAINER))
                .map(Container::getImage)
                .findFirst()
                .orElse("");
    }
}
