package dev.cacheward.cacheprofile.plan.roll;

import dev.cacheward.cacheprofile.model.PodState;
import dev.cacheward.cacheprofile.model.roll.Member;
import dev.cacheward.cacheprofile.model.roll.RollMark;
import dev.cacheward.cacheprofile.model.roll.WarmStep;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides how a server gives way to one of another template, from what is: pods, the Service, and the servers' own words. */
public final class WarmRollPlanner {
    /** A server that is not ready for so long is not waited for any more. */
    private static final Duration RECOVERY = Duration.ofMinutes(1);

    /** After this time a roll that was given up is tried again: a quota or a node may have room by then. */
    private static final Duration RETRY = Duration.ofMinutes(10);

    private WarmRollPlanner() {}

    /** Returns the next step. */
    public static WarmStep next(RollView view) {
        return view.pair().other().map(other -> PairPlanner.next(view, other)).orElseGet(() -> alone(view));
    }

    private static WarmStep alone(RollView view) {
        Member active = view.active();
        if (active.pod().isEmpty() || view.isCurrent(active)) {
            return new WarmStep.Keep();
        }
        if (view.staysOnVolume()
                || !view.replicates().orElse(true)
                || view.wishes().cold()) {
            return new WarmStep.Cold();
        }
        if (!view.isReady(active)) {
            return isBack(view) ? new WarmStep.Refuse(RollCauses.UNREADY) : new WarmStep.Cold();
        }
        if (view.replicates().isEmpty()) {
            return new WarmStep.Refuse(RollCauses.UNREADY);
        }
        return obstacle(view)
                .<WarmStep>map(why -> new WarmStep.Refuse(RollCauses.refused(why)))
                .orElseGet(() -> new WarmStep.Surge(RollCauses.STARTING));
    }

    /** Whether a server that runs and is not ready may soon be so again, with its data. */
    private static boolean isBack(RollView view) {
        return view.active()
                .pod()
                .filter(pod -> !pod.isMarkedForDeletion() && PodState.running(pod))
                .flatMap(pod -> PodState.condition(pod, "Ready"))
                .map(PodCondition::getLastTransitionTime)
                .filter(since ->
                        Duration.between(Instant.parse(since), view.now()).compareTo(RECOVERY) < 0)
                .isPresent();
    }

    private static Optional<String> obstacle(RollView view) {
        return view.mark()
                .filter(mark -> Duration.between(mark.at(), view.now()).compareTo(RETRY) < 0)
                .flatMap(RollMark::refusal)
                .or(() -> Optional.of(RollCauses.OTHER_DATA).filter(why -> view.findsOtherData()))
                .or(() -> tooLarge(view));
    }

    /** Returns why the data does not fit into the server that is wanted; empty if it does, or nobody knows. */
    static Optional<String> tooLarge(RollView view) {
        return view.dataBytes()
                .filter(bytes -> view.lowersMemory() && bytes > view.target().maxMemory())
                .map(bytes -> RollCauses.tooLarge(bytes, view.target().maxMemory(), view.movesOntoVolume()));
    }
}
