package dev.cacheward.cacheprofile.render;

import dev.cacheward.api.v1alpha1.BindAddress;
import dev.cacheward.api.v1alpha1.ImagePullPolicy;
import dev.cacheward.cacheprofile.model.ChildNames;
import dev.cacheward.cacheprofile.model.PodAdditions;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.model.Server;
import dev.cacheward.cacheprofile.model.tls.EncryptedPod;
import dev.cacheward.cacheprofile.render.probe.Probes;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.OwnerKind;
import dev.cacheward.redis.conf.RedisConf;
import dev.cacheward.redis.conf.Rendering;
import dev.cacheward.runtime.RunAs;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Renders the pod that runs a server, and the parts that it shares with the preflight. */
public final class PodRenderer {
    private static final long GRACE_WITHOUT_DATA = 30;
    /** In seconds. This is enough for the last snapshot of a large data set. */
    private static final long GRACE_WITH_DATA = 300;

    private final RunAs runAs;

    public PodRenderer(RunAs runAs) {
        this.runAs = runAs;
    }

    /** Returns the pod of the StatefulSet. */
    PodSpec server(Profile profile) {
        Server server = profile.server();
        Container container = container(server)
                .withCommand("redis-server")
                .withArgs(arguments(server))
                .withResources(server.resources())
                .withStartupProbe(probes(server).startup())
                .withReadinessProbe(probes(server).readiness())
                .withLivenessProbe(probes(server).liveness())
                .build();
        return pod(profile, container, PodVolumes.of(profile))
                .withInitContainers(VolumeLookRenderer.containers(server, container(server)))
                .withTerminationGracePeriodSeconds(server.persistent() ? GRACE_WITH_DATA : GRACE_WITHOUT_DATA)
                .build();
    }

    /**
     * Returns the arguments of the server. The addresses are here and not in the file, since they are known only in the pod.
     */
    static List<String> arguments(Server server) {
        List<String> arguments = new ArrayList<>(List.of(RedisConf.CONF_PATH, "--bind"));
        if (server.bind().contains(BindAddress.ALL)) {
            arguments.addAll(List.of("*", "-::*"));
            return arguments;
        }
        arguments.add("$(POD_IP)");
        if (server.bind().contains(BindAddress.LOOPBACK)) {
            // A leading '-' lets the server start even if the node has no such address.
            arguments.addAll(List.of("-127.0.0.1", "-::1"));
        }
        return arguments;
    }

    /** Returns a container of the server's image with everything but the command, the resources and the probes. */
    ContainerBuilder container(Server server) {
        return new ContainerBuilder()
                .withName(ChildNames.CONTAINER)
                .withImage(server.image())
                .withImagePullPolicy(server.pod()
                        .imagePullPolicy()
                        .map(ImagePullPolicy::value)
                        .orElse(null))
                .withEnv(podAddress())
                .withPorts(ports(server))
                // The operator reads from the pod's status why a server did not start.
                .withTerminationMessagePolicy("FallbackToLogsOnError")
                .withVolumeMounts(PodVolumes.mounts(server))
                .withSecurityContext(unprivileged());
    }

    static Probes probes(Server server) {
        return Probes.of(server);
    }

    /** Returns the ports. Both are there for a server that encrypts, so that it needs no other pod when one is opened or closed. */
    private static List<ContainerPort> ports(Server server) {
        List<ContainerPort> ports = new ArrayList<>(List.of(port("redis", RedisConf.PORT)));
        if (server.encrypts()) {
            ports.add(port(EncryptedPod.PORT, RedisConf.TLS_PORT));
        }
        return ports;
    }

    private static ContainerPort port(String name, int number) {
        return new ContainerPortBuilder()
                .withName(name)
                .withContainerPort(number)
                .build();
    }

    private static EnvVar podAddress() {
        return new EnvVarBuilder()
                .withName("POD_IP")
                .withNewValueFrom()
                .withNewFieldRef()
                .withFieldPath("status.podIP")
                .endFieldRef()
                .endValueFrom()
                .build();
    }

    private static SecurityContext unprivileged() {
        return new SecurityContextBuilder()
                .withAllowPrivilegeEscalation(false)
                .withReadOnlyRootFilesystem(true)
                .withNewCapabilities()
                .withDrop("ALL")
                .endCapabilities()
                .build();
    }

    /** Returns a pod with the container. It complies with the Pod Security level "restricted". */
    PodSpecBuilder pod(Profile profile, Container container, List<Volume> volumes) {
        PodAdditions spec = profile.server().pod();
        return new PodSpecBuilder()
                .withServiceAccountName(profile.names().redis())
                .withAutomountServiceAccountToken(false)
                // Otherwise every Service of the namespace becomes environment variables of the server.
                .withEnableServiceLinks(false)
                .withSecurityContext(security().build())
                .withContainers(container)
                .withVolumes(volumes)
                .withNodeSelector(spec.nodeSelector())
                .withAffinity(spec.affinity().orElse(null))
                .withTolerations(spec.tolerations())
                .withTopologySpreadConstraints(spec.topologySpreadConstraints())
                .withPriorityClassName(spec.priorityClassName().orElse(null))
                .withImagePullSecrets(spec.imagePullSecrets());
    }

    /** Returns the author's labels and ours. Ours win. */
    static SortedMap<String, String> labels(Profile profile, String component) {
        SortedMap<String, String> labels = new TreeMap<>(profile.server().pod().labels());
        String owner = profile.owner().name();
        labels.putAll(
                profile.server().settings().rendering() == Rendering.FIRST
                        ? Labels.firstChild(OwnerKind.PROFILE, owner, component)
                        : Labels.child(OwnerKind.PROFILE, owner, component));
        return labels;
    }

    static SortedMap<String, String> annotations(Profile profile) {
        return new TreeMap<>(profile.server().pod().annotations());
    }

    private PodSecurityContextBuilder security() {
        PodSecurityContextBuilder security = new PodSecurityContextBuilder()
                .withRunAsNonRoot(true)
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile();
        if (runAs instanceof RunAs.Uid user) {
            security.withRunAsUser(user.uid())
                    .withRunAsGroup(user.uid())
                    .withFsGroup(user.uid())
                    .withFsGroupChangePolicy("OnRootMismatch");
        }
        return security;
    }
}
