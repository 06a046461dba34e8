package dev.cacheward.cacheprofile.model;

import dev.cacheward.cacheprofile.model.roll.ActivePod;
import dev.cacheward.cacheprofile.model.tls.EncryptedPod;
import dev.cacheward.cacheprofile.model.tls.ObservedTls;
import dev.cacheward.cacheprofile.model.volume.ClaimState;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.conf.RedisConf;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Optional;

/**
 * The observed objects of a server.
 *
 * @param service the Service that applications use
 * @param conf the ConfigMap that the server reads
 * @param secret the Secret that the server reads
 * @param binding the Secret that applications read
 * @param environment the same Secret for {@code envFrom}
 * @param pods the pods of the StatefulSet by their labels; the preflight is not among them
 * @param tls the certificate of the server
 */
public record ObservedServer(
        Optional<StatefulSet> statefulSet,
        Optional<Service> service,
        Optional<ConfigMap> conf,
        Optional<Secret> secret,
        Optional<Secret> binding,
        Optional<Secret> environment,
        Optional<PersistentVolumeClaim> claim,
        List<Pod> pods,
        Optional<Pod> preflight,
        ObservedTls tls) {
    /** Returns what is observed where there is nothing. */
    public static ObservedServer none() {
        return new ObservedServer(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                ObservedTls.none());
    }

    /** Whether the ready server has its data on the volume. */
    public boolean keepsData() {
        return servingPod().flatMap(PodState::claimName).isPresent();
    }

    /** Returns what the data volume has; empty without one. */
    public Optional<String> volumeCapacity() {
        return claim.flatMap(ClaimState::capacity).map(Quantity::toString);
    }

    /** Returns the pod that serves: the one that applications reach, if it is ready. */
    public Optional<Pod> servingPod() {
        Optional<String> active = activePod();
        return pods.stream()
                .filter(pod -> active.isEmpty()
                        || active.get().equals(pod.getMetadata().getName()))
                .filter(PodState::ready)
                .findFirst();
    }

    /** Returns the name of the pod that applications reach; empty without a StatefulSet. */
    public Optional<String> activePod() {
        return statefulSet.map(live -> ActivePod.name(live, service, pods));
    }

    /** Returns where a pod of this server is asked; empty before it has an address. */
    public Optional<RedisAddress> addressOf(Pod pod) {
        return PodState.address(pod)
                .map(ip -> EncryptedPod.is(pod)
                        ? new RedisAddress(ip, RedisConf.TLS_PORT, Optional.of(tls.asOperator()))
                        : new RedisAddress(ip, RedisConf.PORT));
    }

    /**
     * Whether applications reach a server that encrypts; empty without any server. Of a pod that goes, its StatefulSet tells what
     * the next one does.
     */
    public Optional<Boolean> encrypts() {
        return activePod()
                .flatMap(name -> ActivePod.find(name, pods))
                .filter(pod -> !pod.isMarkedForDeletion())
                .map(EncryptedPod::is)
                .or(() -> statefulSet.map(EncryptedPod::is));
    }
}
