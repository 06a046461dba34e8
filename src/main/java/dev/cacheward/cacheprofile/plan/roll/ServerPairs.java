package dev.cacheward.cacheprofile.plan.roll;

import dev.cacheward.cacheprofile.model.PodState;
import dev.cacheward.cacheprofile.model.roll.ActivePod;
import dev.cacheward.cacheprofile.model.roll.Member;
import dev.cacheward.cacheprofile.model.roll.Ordinals;
import dev.cacheward.cacheprofile.model.roll.ServerPair;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.replication.ReplicationState;
import dev.cacheward.redis.conf.RedisConf;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the pods of a StatefulSet apart. */
public final class ServerPairs {
    private ServerPairs() {}

    /** @param replication what the servers say, by the names of their pods */
    public static ServerPair of(
            StatefulSet live, Optional<Service> service, List<Pod> pods, Map<String, ReplicationState> replication) {
        String active = ActivePod.name(live, service, pods);
        return new ServerPair(
                member(active, pods, replication),
                Ordinals.of(live).names(live.getMetadata().getName()).stream()
                        .filter(other -> !other.equals(active))
                        .findFirst()
                        .map(other -> member(other, pods, replication)));
    }

    private static Member member(String name, List<Pod> pods, Map<String, ReplicationState> replication) {
        Optional<Pod> pod = ActivePod.find(name, pods);
        return new Member(
                name,
                pod,
                pod.flatMap(PodState::address).map(ip -> new RedisAddress(ip, RedisConf.PORT)),
                Optional.ofNullable(replication.get(name)));
    }
}
