package dev.cacheward.cacheprofile.managed;

import dev.cacheward.cacheprofile.model.ChildNames;
import dev.cacheward.cacheprofile.model.PodState;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.model.SizedPod;
import dev.cacheward.cacheprofile.plan.resize.ResizeCauses;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.kubernetes.ResizeWriter;
import dev.cacheward.kubernetes.Writer;
import dev.cacheward.status.Cause;
import java.util.Map;
import java.util.Optional;

/**
 * Asks for other resources of pods that run. What was asked for is marked at the pod before: so the operator knows later which
 * resources are its own doing, also if it ends in between.
 */
final class PodResizes {
    private final Writer writer;
    private final ResizeWriter resizes;

    PodResizes(Writer writer, ResizeWriter resizes) {
        this.writer = writer;
        this.resizes = resizes;
    }

    /** @return how far it is, or why it is not made */
    Cause ask(RolloutStep.Resize step, Owner owner) {
        SizedPod pod = new SizedPod(step.pod());
        return mark(pod, SizedPod.asked(step.to()), owner).orElseGet(() -> resize(pod, step, owner));
    }

    private Cause resize(SizedPod pod, RolloutStep.Resize step, Owner owner) {
        ResizeWriter.Answer answer =
                resizes.resize(pod.pod(), ChildNames.CONTAINER, step.to().asInPod(), owner);
        if (answer instanceof ResizeWriter.Answer.Refused refused) {
            return ResizeCauses.refused(refused.words());
        }
        return answer instanceof ResizeWriter.Answer.Impossible
                ? mark(pod, SizedPod.refused(step.to()), owner).orElseGet(step::cause)
                : step.cause();
    }

    private Optional<Cause> mark(SizedPod pod, String text, Owner owner) {
        return PodState.annotation(pod.pod(), SizedPod.ANNOTATION).equals(text)
                ? Optional.empty()
                : writer.annotate(pod.pod(), Map.of(SizedPod.ANNOTATION, text), owner);
    }
}
