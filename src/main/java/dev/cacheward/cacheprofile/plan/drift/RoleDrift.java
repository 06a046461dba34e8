package dev.cacheward.cacheprofile.plan.drift;

import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.PodState;
import dev.cacheward.redis.Deviation;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.validation.Quote;
import java.util.Optional;

/** A server that somebody has turned into a replica of another. */
final class RoleDrift {
    private RoleDrift() {}

    /**
     * Returns what was found; empty if the server takes writes. One that follows a pod of its own StatefulSet is left alone, since
     * a warm roll may be under way that the caches do not show yet.
     */
    static Optional<Deviation> of(Observed observed, ObservedRedis.Answered answered) {
        return answered.state()
                .primary()
                .filter(primary -> observed.server().pods().stream()
                        .flatMap(pod -> PodState.address(pod).stream())
                        .noneMatch(primary.host()::equals))
                .map(RoleDrift::deviation);
    }

    private static Deviation deviation(RedisAddress primary) {
        return new Deviation(
                Deviation.Kind.ROLE,
                "",
                "the server was a replica of " + Quote.of(primary.host() + ":" + primary.port())
                        + " (REPLICAOF), whose data may have replaced its own");
    }
}
