package dev.cacheward.cacheprofile.plan.roll;

import dev.cacheward.cacheprofile.model.ObservedServer;
import dev.cacheward.cacheprofile.model.roll.ActivePod;
import dev.cacheward.cacheprofile.model.roll.Member;
import dev.cacheward.cacheprofile.model.roll.Ordinals;
import dev.cacheward.cacheprofile.model.roll.ServerPair;
import dev.cacheward.redis.client.replication.ReplicationState;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Map;
import java.util.Optional;

/** Tells the pods of a StatefulSet apart. */
public final class ServerPairs {
    private ServerPairs() {}

    /** @param replication what the servers say, by the names of their pods */
    public static ServerPair of(StatefulSet live, ObservedServer server, Map<String, ReplicationState> replication) {
        String active = ActivePod.name(live, server.service(), server.pods());
        return new ServerPair(
                member(active, server, replication),
                Ordinals.of(live).names(live.getMetadata().getName()).stream()
                        .filter(other -> !other.equals(active))
                        .findFirst()
                        .map(other -> member(other, server, replication)));
    }

    private static Member member(String name, ObservedServer server, Map<String, ReplicationState> replication) {
        Optional<Pod> pod = ActivePod.find(name, server.pods());
        return new Member(name, pod, pod.flatMap(server::addressOf), Optional.ofNullable(replication.get(name)));
    }
}
