package dev.cacheward.cacheprofile.plan.roll;

import dev.cacheward.cacheprofile.model.PodState;
import dev.cacheward.cacheprofile.model.roll.Member;
import dev.cacheward.cacheprofile.model.roll.WarmStep;
import dev.cacheward.cacheprofile.report.PodDiagnosis;
import dev.cacheward.redis.client.replication.ReplicationState;
import java.time.Duration;
import java.util.Optional;

/** Decides while there are two servers. */
final class PairPlanner {
    /** The time for the second pod to become ready. */
    private static final Duration START = Duration.ofMinutes(3);

    /** The time to copy nothing, and what each byte adds to it: a slow network is one of 5 MB a second. */
    private static final Duration COPY = Duration.ofMinutes(1);

    private static final long BYTES_PER_SECOND = 5_000_000;

    private PairPlanner() {}

    static WarmStep next(RollView view, Member other) {
        Member active = view.active();
        if (active.isReplica()) {
            return takenOver(view, other);
        }
        if (view.isCurrent(active)) {
            return current(view, other);
        }
        if (isGone(active)) {
            return hasData(other)
                    ? new WarmStep.Promote(other, RollCauses.CHANGING)
                    : new WarmStep.Await(RollCauses.STARTING);
        }
        return towards(view, other);
    }

    /** The Service leads to the second server already, and that still follows the first. */
    private static WarmStep takenOver(RollView view, Member first) {
        Member active = view.active();
        if (active.isInSyncWith(first)) {
            return new WarmStep.HandOver(first, active, RollCauses.CHANGING);
        }
        if (isGone(first) || !active.follows(first)) {
            return new WarmStep.Promote(active, RollCauses.CHANGING);
        }
        return overdue(view) && first.isPrimary()
                ? giveUp(first, "the second server has lost the first")
                : new WarmStep.Await(RollCauses.CHANGING);
    }

    private static WarmStep current(RollView view, Member other) {
        Member active = view.active();
        if (active.isPrimary()) {
            return new WarmStep.Settle(active);
        }
        boolean lost = !view.isReady(active) && view.isReady(other) && other.isPrimary();
        return lost && overdue(view)
                ? giveUp(other, "the second server ended before it took over")
                : new WarmStep.Await(RollCauses.STARTING);
    }

    private static WarmStep towards(RollView view, Member second) {
        Optional<String> obstacle = obstacle(view, second);
        if (obstacle.isPresent()) {
            return giveUp(view.active(), obstacle.get());
        }
        if (second.pod().isPresent() && !view.isCurrent(second)) {
            return new WarmStep.Discard(second.pod().get(), RollCauses.STARTING);
        }
        if (!view.isReady(second) || second.redis().isEmpty()) {
            return new WarmStep.Await(RollCauses.STARTING);
        }
        if (!second.follows(view.active())) {
            return new WarmStep.Follow(second, view.active(), RollCauses.COPYING);
        }
        return second.isInSyncWith(view.active())
                ? new WarmStep.HandOver(view.active(), second, RollCauses.CHANGING)
                : new WarmStep.Await(RollCauses.COPYING);
    }

    /** Returns why the second server cannot take over; empty if it may. */
    private static Optional<String> obstacle(RollView view, Member second) {
        Optional<String> trouble = view.keepsOrdinals()
                ? second.pod()
                        .filter(pod -> view.isCurrent(second))
                        .flatMap(pod -> PodDiagnosis.of(pod, view.target().image(), view.now()))
                        .map(cause -> "the second server does not start (" + cause.message() + ")")
                : Optional.of("this Kubernetes knows no spec.ordinals of a StatefulSet");
        return trouble.or(() -> WarmRollPlanner.tooLarge(view))
                .or(() -> unreadable(view, second))
                .or(() -> second.follows(view.active()) ? Optional.empty() : tight(view.active()))
                .or(() -> overdue(view) ? Optional.of(late(view, second)) : Optional.empty());
    }

    private static Optional<String> unreadable(RollView view, Member second) {
        return view.activeInfo()
                .flatMap(from -> second.redis()
                        .map(ReplicationState::info)
                        .flatMap(to -> ReplicationRules.obstacle(from.version(), to.version())));
    }

    /** Returns why the first server would not live through the copy. One that is under way is not stopped for that. */
    private static Optional<String> tight(Member first) {
        return first.pod().flatMap(pod -> first.redis().flatMap(state -> CopyRoom.obstacle(pod, state.load())));
    }

    private static String late(RollView view, Member second) {
        if (second.pod().isEmpty()) {
            return "the pod of the second server is not made (kubectl describe statefulset; is there a quota?)";
        }
        return view.isReady(second)
                ? "the second server has not copied the data in time"
                : "the second server has not become ready in time";
    }

    private static boolean overdue(RollView view) {
        long copy = view.dataBytes().orElse(0L) / BYTES_PER_SECOND;
        Duration limit = START.plus(COPY).plusSeconds(copy);
        return view.age().compareTo(limit) > 0;
    }

    private static WarmStep giveUp(Member back, String why) {
        return new WarmStep.GiveUp(back, why, RollCauses.refused(why));
    }

    /** Whether a server has ended, so that its data is lost. */
    private static boolean isGone(Member member) {
        return member.pod().filter(PodState::running).isEmpty();
    }

    /** Whether a replica has copied all data, before its primary ended. */
    private static boolean hasData(Member member) {
        return member.redis()
                .filter(state -> member.isReplica() && !state.link().copying() && state.offset() > 0)
                .isPresent();
    }
}
