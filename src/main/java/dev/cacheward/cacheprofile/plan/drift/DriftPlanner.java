package dev.cacheward.cacheprofile.plan.drift;

import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.model.ServerDrift;
import dev.cacheward.cacheprofile.plan.roll.RollPlan;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.cacheprofile.render.ServerSecret;
import dev.cacheward.redis.Correction;
import dev.cacheward.redis.Deviation;
import dev.cacheward.redis.LiveChange;
import dev.cacheward.redis.conf.AclFile;
import dev.cacheward.redis.conf.RedisConf;
import dev.cacheward.redis.conf.ServerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what somebody has changed on a running server, though its files are as they are wanted. */
public final class DriftPlanner {
    private DriftPlanner() {}

    /** Returns the step that puts the server right; empty if nothing is wrong with it, or nothing is known. */
    public static Optional<RolloutStep> correction(ServerObjects desired, ServerSettings wanted, Observed observed) {
        String users = ServerSecret.users(observed.server()).orElse("");
        String next = ServerSecret.read(desired.secret(), RedisConf.ACL_FILE).orElse("");
        return found(wanted, users.equals(next) ? users : "", observed).map(Found::step);
    }

    /** Returns what is wrong with the server of a paused profile. */
    public static ServerDrift whilePaused(ServerSettings wanted, Observed observed) {
        if (RollPlan.isUnderWay(observed)) {
            return ServerDrift.unknown();
        }
        return found(wanted, ServerSecret.users(observed.server()).orElse(""), observed)
                .map(Found::whilePaused)
                .orElseGet(() -> known(observed));
    }

    /** Returns that all is right, as far as the server has said anything. */
    public static ServerDrift known(Observed observed) {
        return observed.redis() instanceof ObservedRedis.Answered answered
                        && !answered.config().isEmpty()
                ? ServerDrift.none()
                : ServerDrift.unknown();
    }

    private record Found(Correction correction, List<Deviation> deviations, ServerDrift.Handling handling) {
        RolloutStep step() {
            return new RolloutStep.Correct(correction, new ServerDrift(deviations, handling));
        }

        ServerDrift whilePaused() {
            return new ServerDrift(
                    deviations, handling == ServerDrift.Handling.PUT_RIGHT ? ServerDrift.Handling.PAUSED : handling);
        }
    }

    /** @param file the text of the ACL file; empty if the users are not to be compared */
    private static Optional<Found> found(ServerSettings wanted, String file, Observed observed) {
        if (observed.redis() instanceof ObservedRedis.Answered answered) {
            return Optional.of(found(
                            ParameterDrift.of(wanted, observed, answered),
                            UserDrift.of(file, answered),
                            role(file, observed, answered)))
                    .filter(any -> !any.deviations().isEmpty());
        }
        return LostLogin.of(file, observed)
                .map(lost -> new Found(
                        new Correction(LiveChange.none(), List.of(), false),
                        List.of(lost),
                        ServerDrift.Handling.LOCKED_OUT));
    }

    private static Found found(ParameterDrift parameters, UserDrift users, Optional<Deviation> role) {
        List<Deviation> all = new ArrayList<>(role.stream().toList());
        all.addAll(users.found());
        all.addAll(parameters.found());
        return new Found(
                new Correction(new LiveChange(parameters.wanted(), users.lines()), users.foreign(), role.isPresent()),
                all,
                ServerDrift.Handling.PUT_RIGHT);
    }

    /** A server of the first rendering does not let the operator change its role, and its check says so. */
    private static Optional<Deviation> role(String file, Observed observed, ObservedRedis.Answered answered) {
        return RoleDrift.of(observed, answered)
                .filter(replica -> AclFile.letsServersChangePlaces(file) && !RollPlan.isUnderWay(observed));
    }
}
