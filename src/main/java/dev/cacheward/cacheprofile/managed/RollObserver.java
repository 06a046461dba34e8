package dev.cacheward.cacheprofile.managed;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedServer;
import dev.cacheward.cacheprofile.model.PodState;
import dev.cacheward.cacheprofile.model.roll.Ordinals;
import dev.cacheward.cacheprofile.model.roll.RollFacts;
import dev.cacheward.cacheprofile.model.roll.RollWishes;
import dev.cacheward.cacheprofile.render.StatefulSetRenderer;
import dev.cacheward.cacheprofile.turns.RedisTurns;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.redis.client.replication.ReplicationDialogue;
import dev.cacheward.redis.client.replication.ReplicationState;
import dev.cacheward.redis.client.replication.RightsDialogue;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks both servers of a warm roll who follows whom. Outside of one it asks nothing. */
final class RollObserver {
    private final RedisTurns turns;

    RollObserver(RedisTurns turns) {
        this.turns = turns;
    }

    RollFacts observe(
            CacheProfile profile, Observed.Look look, ObservedServer server, Optional<Credentials> credentials) {
        Map<String, ReplicationState> replication = new HashMap<>();
        credentials.ifPresent(known -> asked(server)
                .forEach(pod -> ask(look, server.addressOf(pod), known)
                        .ifPresent(state -> replication.put(pod.getMetadata().getName(), state))));
        return new RollFacts(
                RollWishes.of(profile),
                Map.copyOf(replication),
                credentials.flatMap(
                        known -> leaving(server).flatMap(pod -> mayHandOver(look, server.addressOf(pod), known))));
    }

    /** Returns the pod that serves alone and is of an earlier template; empty in all other cases. */
    private static Optional<Pod> leaving(ObservedServer server) {
        return server.statefulSet()
                .filter(live -> !Ordinals.of(live).isPair())
                .flatMap(live -> server.servingPod()
                        .filter(pod -> PodState.isControlledBy(live, pod) && !StatefulSetRenderer.isOf(live, pod)));
    }

    private Optional<Boolean> mayHandOver(Observed.Look look, Optional<RedisAddress> of, Credentials credentials) {
        return of.flatMap(address -> turns.askBeside(look, address, credentials.operatorLogin(), new RightsDialogue()))
                .flatMap((Reply<Boolean> reply) -> reply.fold(
                        Optional::of,
                        cause -> cause.reason() == Reason.AUTH_FAILED ? Optional.of(false) : Optional.empty()));
    }

    /** Only pods of the StatefulSet are told the operator's password. */
    private static List<Pod> asked(ObservedServer server) {
        return server.statefulSet().filter(live -> Ordinals.of(live).isPair()).stream()
                .flatMap(live -> server.pods().stream()
                        .filter(pod -> PodState.isControlledBy(live, pod))
                        .filter(pod -> !pod.isMarkedForDeletion() && PodState.running(pod)))
                .toList();
    }

    private Optional<ReplicationState> ask(Observed.Look look, Optional<RedisAddress> of, Credentials credentials) {
        return of.flatMap(address ->
                        turns.askBeside(look, address, credentials.operatorLogin(), new ReplicationDialogue()))
                .flatMap((Reply<ReplicationState> reply) -> reply.fold(Optional::of, silent -> Optional.empty()));
    }
}
