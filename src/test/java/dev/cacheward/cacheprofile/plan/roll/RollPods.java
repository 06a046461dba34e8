package dev.cacheward.cacheprofile.plan.roll;

import dev.cacheward.cacheprofile.model.ObservedServer;
import dev.cacheward.cacheprofile.model.roll.ActivePod;
import dev.cacheward.cacheprofile.model.tls.ObservedTls;
import dev.cacheward.cacheprofile.render.StatefulSetRenderer;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Pods of a scene, and what their servers say of their replication. */
final class RollPods {
    static final String PRIMARY = "role:master\nconnected_slaves:0\n";

    private RollPods() {}

    static Pod pod(String name, String revision, UnaryOperator<Pod> phase) {
        Pod pod = phase.apply(new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .addToAnnotations(StatefulSetRenderer.REVISION, revision)
                .withCreationTimestamp(revision.equals(RollScene.OLD) ? "2025-05-01T00:00:00Z" : "2025-06-01T11:59:00Z")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("redis")
                .withImage("redis:8")
                .endContainer()
                .endSpec()
                .build());
        boolean addressed = pod.getStatus() != null && pod.getStatus().getPodIP() != null;
        return addressed
                ? new PodBuilder(pod)
                        .editStatus()
                        .withPodIP(ip(name))
                        .endStatus()
                        .build()
                : pod;
    }

    static boolean isNamed(Pod pod, String name) {
        return pod.getMetadata().getName().equals(name);
    }

    static Pod onVolume(Pod pod) {
        return new PodBuilder(pod)
                .editSpec()
                .addNewVolume()
                .withName("data")
                .withNewPersistentVolumeClaim("shop-redis-data", false)
                .endVolume()
                .endSpec()
                .build();
    }

    static Pod limited(Pod pod, String limit) {
        return new PodBuilder(pod)
                .editSpec()
                .editFirstContainer()
                .withNewResources()
                .addToLimits("memory", new Quantity(limit))
                .endResources()
                .endContainer()
                .endSpec()
                .build();
    }

    static String load(long writes) {
        return "instantaneous_ops_per_sec:" + writes + "\nrdb_changes_since_last_save:9\ntotal_commands_processed:9\n";
    }

    static Service serviceOf(String pod) {
        return new ServiceBuilder()
                .withNewSpec()
                .addToSelector(ActivePod.LABEL, pod)
                .endSpec()
                .build();
    }

    static String primaryOf(String replica) {
        return "role:master\nslave0:ip=" + ip(replica)
                + ",port=6379,state=online,offset=10,lag=0\nmaster_repl_offset:10\n";
    }

    static String replica(String primary, boolean inSync) {
        return "role:slave\nmaster_host:" + ip(primary)
                + "\nmaster_port:6379\nslave_repl_offset:10\nmaster_link_status:" + (inSync ? "up" : "down")
                + "\nmaster_sync_in_progress:" + (inSync ? 0 : 1) + "\n";
    }

    private static String ip(String pod) {
        return "10.0.0." + pod.charAt(pod.length() - 1);
    }

    /** The server of these pods, of which nothing else counts here. */
    static ObservedServer serverOf(Optional<Service> service, List<Pod> pods) {
        return new ObservedServer(
                Optional.empty(),
                service,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                pods,
                Optional.empty(),
                ObservedTls.none());
    }
}
