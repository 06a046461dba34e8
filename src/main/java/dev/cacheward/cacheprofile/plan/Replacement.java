package dev.cacheward.cacheprofile.plan;

import dev.cacheward.cacheprofile.model.ChildNames;
import dev.cacheward.cacheprofile.model.MaxMemory;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.PodState;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.model.roll.Ordinals;
import dev.cacheward.cacheprofile.model.roll.WarmStep;
import dev.cacheward.cacheprofile.render.StatefulSetRenderer;
import dev.cacheward.kubernetes.ResourceAnnotations;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pod that is about to take the place of one that serves. The old one goes first, so it must be known before that the new
 * one is admitted: the trial was smaller, and an hour ago the namespace may have had more room.
 *
 * @param pod the new pod as the StatefulSet's controller would create it, but for its name
 * @param going the pods that are gone by then
 * @param maxMemory in bytes
 * @param beside whether the new pod comes first, to take over the data
 */
public record Replacement(Pod pod, List<Pod> going, long maxMemory, boolean beside) {
    /** Follows the StatefulSet's name in that of the pod, since the old one still has the name of the new one. */
    private static final String NAME = "-next";

    private static final String SERVES_ON =
            " The running server stays as it is until its new pod would be admitted: it is asked for again and again.";

    private static final String BESIDE =
            " The new one takes over its data, so that both need room for a moment; annotation "
                    + ResourceAnnotations.ALLOW_COLD_ROLL
                    + " with the generation of the profile as its value lets it be replaced without its data.";

    /** Returns the replacement that a plan is about to make; empty if it replaces no pod that serves. */
    public static Optional<Replacement> of(Optional<ProfilePlan> plan, Observed observed) {
        return plan.flatMap(ProfilePlan::server)
                .filter(server -> server.step() instanceof RolloutStep.Apply
                        || server.step() instanceof RolloutStep.MigrateData
                        || isSurge(server.step()))
                .filter(server -> observed.server().servingPod().isPresent())
                .flatMap(server -> observed.server()
                        .statefulSet()
                        .filter(live -> !StatefulSetRenderer.annotation(live, StatefulSetRenderer.REVISION)
                                .equals(server.objects().revision()))
                        .map(live -> new Replacement(
                                pod(server.objects().statefulSet(), live),
                                isSurge(server.step()) ? trial(observed) : going(observed),
                                server.server().settings().maxMemoryBytes(),
                                isSurge(server.step()))));
    }

    private static boolean isSurge(RolloutStep step) {
        return step instanceof RolloutStep.Roll roll && roll.step() instanceof WarmStep.Surge;
    }

    private static List<Pod> trial(Observed observed) {
        return observed.server().preflight().filter(PodState::counts).stream().toList();
    }

    /** Returns the pods that count for a quota now and are gone then. A preflight that has ended counts no more. */
    private static List<Pod> going(Observed observed) {
        return Stream.concat(
                        observed.server().pods().stream(),
                        observed.server().preflight().filter(PodState::counts).stream())
                .toList();
    }

    /** Returns the pod that a StatefulSet's controller would create first. */
    public static Pod podOf(StatefulSet live) {
        return new PodBuilder(pod(live, live))
                .editMetadata()
                .withName(Ordinals.of(live).names(live.getMetadata().getName()).get(0))
                .endMetadata()
                .build();
    }

    private static Pod pod(StatefulSet desired, StatefulSet live) {
        return new PodBuilder()
                .withMetadata(desired.getSpec().getTemplate().getMetadata())
                .editMetadata()
                .withNamespace(live.getMetadata().getNamespace())
                .withName(live.getMetadata().getName() + NAME)
                .withOwnerReferences(new OwnerReferenceBuilder()
                        .withApiVersion("apps/v1")
                        .withKind("StatefulSet")
                        .withName(live.getMetadata().getName())
                        .withUid(live.getMetadata().getUid())
                        .withController(true)
                        .build())
                .endMetadata()
                .withSpec(desired.getSpec().getTemplate().getSpec())
                .build();
    }

    /** Whether only the pods that go are in the way of the new one. {@code words} are all that the API server says. */
    public boolean fitsLater(String words) {
        return QuotaRefusal.passesWithout(going, words);
    }

    /** Returns why the server stays as it is. */
    public Cause refused(String words) {
        return new Cause(
                Reason.WRITE_REFUSED,
                "The API server refuses the pod of the new server: " + words + "." + SERVES_ON
                        + (beside ? BESIDE : ""));
    }

    /** Returns why the pod must not be made as it was admitted: it may have a limit of memory that it does not ask for. */
    public Optional<Cause> unfit(Pod admitted) {
        return admitted.getSpec().getContainers().stream()
                .filter(container -> container.getName().equals(ChildNames.CONTAINER))
                .flatMap(container -> MaxMemory.limit(container.getResources()).stream())
                .filter(limit -> Quantity.getAmountInBytes(limit).longValue() < maxMemory)
                .findFirst()
                .map(limit -> new Cause(
                        Reason.WRITE_REFUSED,
                        "A LimitRange or a policy of the namespace gives the server a memory limit of "
                                + Quote.whole(limit.toString()) + ", which is below its maxMemory: set"
                                + " resources.limits.memory, or lower maxMemory." + SERVES_ON));
    }
}
