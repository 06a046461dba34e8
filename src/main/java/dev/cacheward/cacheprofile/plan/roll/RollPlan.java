package dev.cacheward.cacheprofile.plan.roll;

import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.model.Server;
import dev.cacheward.cacheprofile.model.roll.Member;
import dev.cacheward.cacheprofile.model.roll.Ordinals;
import dev.cacheward.cacheprofile.model.roll.RollShape;
import dev.cacheward.cacheprofile.model.roll.ServerPair;
import dev.cacheward.cacheprofile.model.roll.WarmStep;
import dev.cacheward.cacheprofile.model.volume.ClaimState;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.cacheprofile.render.ServerSecret;
import dev.cacheward.cacheprofile.render.StatefulSetRenderer;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.redis.conf.AclFile;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Optional;

/**
 * A server's rollout in view of its pods.
 *
 * @param objects in the shape that the step asks for
 * @param active the name of the pod that the Service leads to
 */
public record RollPlan(ServerObjects objects, RolloutStep step, String active) {
    /**
     * Returns the plan.
     *
     * @param step what there is to do, whatever becomes of the pods
     */
    public static RollPlan of(ServerObjects objects, Server server, RolloutStep step, Observed observed) {
        return observed.server()
                .statefulSet()
                .map(live -> of(view(objects, server, live, observed), objects, step))
                .orElseGet(() -> new RollPlan(
                        objects, step, objects.statefulSet().getMetadata().getName() + "-0"));
    }

    /** Whether a second server is beside the first. */
    public static boolean isUnderWay(Observed observed) {
        return observed.server()
                .statefulSet()
                .map(Ordinals::of)
                .filter(Ordinals::isPair)
                .isPresent();
    }

    /** A server that is told what is new needs no other; one that is about to go is not put right. */
    private static RollPlan of(RollView view, ServerObjects objects, RolloutStep step) {
        if (!(step instanceof RolloutStep.Apply || step instanceof RolloutStep.Correct)) {
            return resting(view, objects, step);
        }
        WarmStep warm = WarmRollPlanner.next(view);
        if (warm instanceof WarmStep.Keep) {
            return resting(view, objects, step);
        }
        RollShape shape = RollShapes.of(warm, view);
        return new RollPlan(objects.shaped(shape), next(warm), shape.active());
    }

    private static RolloutStep next(WarmStep warm) {
        if (warm instanceof WarmStep.Refuse refuse) {
            return new RolloutStep.Hold(refuse.why());
        }
        return warm instanceof WarmStep.Cold ? new RolloutStep.Apply() : new RolloutStep.Roll(warm);
    }

    private static RollPlan resting(RollView view, ServerObjects objects, RolloutStep step) {
        String active = resting(view.pair()).name();
        return new RollPlan(objects.shaped(RollShape.only(active)), step, active);
    }

    /** Returns the server for applications while a roll is interrupted: the one that takes writes. */
    private static Member resting(ServerPair pair) {
        return pair.other()
                .filter(other -> pair.active().follows(other) && other.isPrimary())
                .orElse(pair.active());
    }

    private static RollView view(ServerObjects objects, Server server, StatefulSet live, Observed observed) {
        return new RollView(
                new RollView.Target(
                        objects.revision(),
                        server.image(),
                        volume(server, observed),
                        server.settings().maxMemoryBytes()),
                live,
                ServerPairs.of(live, observed.server(), observed.roll().replication()),
                info(observed),
                replicates(live, observed),
                observed.roll().wishes(),
                observed.at());
    }

    private static RollView.Volume volume(Server server, Observed observed) {
        if (!server.persistent()) {
            return RollView.Volume.NONE;
        }
        return observed.server().claim().flatMap(ClaimState::form).isPresent()
                ? RollView.Volume.USED
                : RollView.Volume.NEW;
    }

    /**
     * Whether the serving server can be followed. The Secret tells what it was started with as long as its pod is of the template
     * of now; later only the server itself does.
     *
     * @return empty if that is not known
     */
    private static Optional<Boolean> replicates(StatefulSet live, Observed observed) {
        boolean current = observed.server()
                .servingPod()
                .filter(pod -> StatefulSetRenderer.isOf(live, pod))
                .isPresent();
        return current
                ? Optional.of(ServerSecret.users(observed.server())
                        .filter(AclFile::letsServersChangePlaces)
                        .isPresent())
                : observed.roll().mayHandOver();
    }

    private static Optional<ServerInfo> info(Observed observed) {
        return observed.redis() instanceof ObservedRedis.Answered answered
                ? Optional.of(answered.info())
                : Optional.empty();
    }
}
