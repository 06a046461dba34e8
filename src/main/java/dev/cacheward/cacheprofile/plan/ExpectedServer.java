package dev.cacheward.cacheprofile.plan;

import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.cacheprofile.model.Applied;
import dev.cacheward.cacheprofile.model.ChildNames;
import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedServer;
import dev.cacheward.cacheprofile.model.PodState;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.render.StatefulSetRenderer;
import dev.cacheward.status.Cause;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.PreviousStatus;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Comparator;
import java.util.Optional;

/**
 * The server that should be running.
 *
 * @param revision the revision of the pod template; a pod of another revision is being replaced
 * @param last what RedisAvailable said at the last reconciliation, with an empty message if it held
 * @param changing whether servers have changed places in this reconciliation, so that what was observed serves no more
 */
public record ExpectedServer(
        String revision, String image, Credentials credentials, Optional<Cause> last, boolean changing) {
    /** Makes one that stays the same in this reconciliation. */
    public ExpectedServer(String revision, String image, Credentials credentials, Optional<Cause> last) {
        this(revision, image, credentials, last, false);
    }

    /**
     * Returns the planned server if it is written, else the observed one; empty if there is neither. A server that was told a
     * change is the observed one until its pod is seen with the mark of it.
     */
    public static Optional<ExpectedServer> of(
            PreviousStatus<CacheProfileStatus> previous,
            Optional<ProfilePlan> plan,
            Applied applied,
            Observed observed) {
        Optional<Cause> before = previous.cause(ConditionType.REDIS_AVAILABLE);
        return plan.flatMap(ProfilePlan::server)
                .filter(server -> applied.server().isEmpty() && !(server.step() instanceof RolloutStep.Live))
                .map(server -> new ExpectedServer(
                        server.objects().revision(), server.server().image(), server.credentials(), before))
                .or(() -> observed.server()
                        .statefulSet()
                        .flatMap(live -> observed.credentials()
                                .map(credentials -> new ExpectedServer(
                                        observedRevision(live, observed),
                                        image(live),
                                        credentials,
                                        before,
                                        changesPlaces(plan)))));
    }

    private static boolean changesPlaces(Optional<ProfilePlan> plan) {
        return plan.flatMap(ProfilePlan::server)
                .filter(server -> server.step() instanceof RolloutStep.Roll roll
                        && roll.step().changesPlaces())
                .isPresent();
    }

    /** Returns the revision of the pod that serves, which may be about to give way to another. */
    private static String observedRevision(StatefulSet live, Observed observed) {
        return observed.server()
                .servingPod()
                .filter(pod -> PodState.isControlledBy(live, pod))
                .map(pod -> PodState.annotation(pod, StatefulSetRenderer.REVISION))
                .orElseGet(() -> StatefulSetRenderer.annotation(live, StatefulSetRenderer.REVISION));
    }

    /** Returns the pod in which it runs; empty if there is none yet. Of two, applications reach the one that counts. */
    public Optional<Pod> pod(ObservedServer server) {
        Optional<String> active = server.activePod();
        return server.pods().stream()
                .filter(pod -> !pod.isMarkedForDeletion())
                .filter(pod ->
                        PodState.annotation(pod, StatefulSetRenderer.REVISION).equals(revision))
                .min(Comparator.comparing(
                        pod -> !active.equals(Optional.of(pod.getMetadata().getName()))));
    }

    /** Returns the reason of RedisAvailable at the last reconciliation. */
    public Optional<Reason> before() {
        return last.map(Cause::reason);
    }

    /** Whether the server has not been available yet since it was created or changed, also where its pod was refused. */
    public boolean starting() {
        return before().map(reason -> reason.isProgress() || reason == Reason.WRITE_REFUSED)
                .orElse(true);
    }

    private static String image(StatefulSet live) {
        return live.getSpec().getTemplate().getSpec().getContainers().stream()
                .filter(container -> container.getName().equals(ChildNames.CONTAINER))
                .map(Container::getImage)
                .findFirst()
                .orElse("");
    }
}
