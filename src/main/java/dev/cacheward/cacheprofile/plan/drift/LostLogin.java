package dev.cacheward.cacheprofile.plan.drift;

import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.render.StatefulSetRenderer;
import dev.cacheward.redis.AclUser;
import dev.cacheward.redis.Deviation;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;

/**
 * A server that does not take the operator's password any more. Nobody can help it but a new process: whoever may change users
 * has to log in first, and only the operator's own user may.
 */
final class LostLogin {
    private LostLogin() {}

    /**
     * Returns what was found; empty if the server did not refuse the login, or was given other users than those of its Secret.
     *
     * @param file the text of the ACL file; empty if it does not count
     */
    static Optional<Deviation> of(String file, Observed observed) {
        return Optional.of(observed.redis())
                .filter(redis -> redis instanceof ObservedRedis.Silent silent
                        && silent.cause().reason() == Reason.AUTH_FAILED
                        && !file.isEmpty())
                .flatMap(silent -> observed.server().servingPod())
                .filter(pod -> observed.server()
                        .statefulSet()
                        .filter(live -> StatefulSetRenderer.isOf(live, pod))
                        .isPresent())
                .map(LostLogin::deviation);
    }

    private static Deviation deviation(Pod pod) {
        return new Deviation(
                Deviation.Kind.USER,
                AclUser.OPERATOR,
                "user " + Quote.of(AclUser.OPERATOR)
                        + " of the running server does not take the operator's password any more: somebody has changed"
                        + " or deleted it there. The server serves on, but the operator can see and change nothing on it."
                        + " Delete pod " + Quote.whole(pod.getMetadata().getName())
                        + " to have it start with the users of its file; without persistence it starts empty.");
    }
}
