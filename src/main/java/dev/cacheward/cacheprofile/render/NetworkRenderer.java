package dev.cacheward.cacheprofile.render;

import dev.cacheward.api.v1alpha1.NetworkAccess;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.model.Server;
import dev.cacheward.cacheprofile.model.roll.ActivePod;
import dev.cacheward.cacheprofile.model.tls.EncryptedPod;
import dev.cacheward.drift.Drift;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.redis.conf.RedisConf;
import dev.cacheward.redis.conf.TlsSettings;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renders the Services, the NetworkPolicy and the ServiceAccount of the pod. */
public final class NetworkRenderer {
    private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

    private final Optional<String> operatorNamespace;

    /**
     * @param operatorNamespace the namespace of the operator's pods; empty if it is unknown, for example outside of a cluster
     */
    public NetworkRenderer(Optional<String> operatorNamespace) {
        this.operatorNamespace = operatorNamespace;
    }

    /** Returns all of them, for a server of which applications reach this pod. */
    public List<HasMetadata> objects(Profile profile, String pod, boolean encrypts) {
        List<HasMetadata> objects =
                new ArrayList<>(List.of(account(profile), service(profile, pod, encrypts), headless(profile)));
        profile.server().network().ifPresent(access -> objects.add(policy(profile, access, encrypts)));
        return objects;
    }

    /**
     * Returns a ServiceAccount without permissions and token. The pod does not use "default", so that permissions granted to
     * that do not reach it.
     */
    public static ServiceAccount account(Profile profile) {
        return Drift.stamp(new ServiceAccountBuilder()
                .withMetadata(ChildMetadata.of(profile.owner(), profile.names().redis()))
                .withAutomountServiceAccountToken(false)
                .build());
    }

    /**
     * Returns the Service that applications connect to. It leads only to a ready pod, and only to the one that has the data: a
     * second one beside it copies the data, and takes no writes.
     *
     * A server that gives way to one that encrypts, or the other way, is reached by the port that it has.
     *
     * @param pod the name of the one that has the data
     * @param encrypts whether that one has a certificate
     */
    public static Service service(Profile profile, String pod, boolean encrypts) {
        return Drift.stamp(new ServiceBuilder()
                .withMetadata(ChildMetadata.of(profile.owner(), profile.names().redis()))
                .withNewSpec()
                .withSelector(Labels.serverSelector(profile.owner().name()))
                .addToSelector(ActivePod.LABEL, pod)
                .withPorts(ports(profile.server(), encrypts))
                .endSpec()
                .build());
    }

    /** Returns the headless Service of the StatefulSet. It resolves the pod whether it is ready or not. */
    public static Service headless(Profile profile) {
        return Drift.stamp(new ServiceBuilder()
                .withMetadata(ChildMetadata.of(profile.owner(), profile.names().headlessService()))
                .withNewSpec()
                .withClusterIP("None")
                .withPublishNotReadyAddresses(true)
                .withSelector(Labels.serverSelector(profile.owner().name()))
                .withPorts(ports(profile.server(), profile.server().encrypts()))
                .endSpec()
                .build());
    }

    /**
     * Returns the policy that admits the peers in the spec, the operator, and the server's own pods, of which one copies the
     * data of the other.
     *
     * @param encrypts whether the server that there is has a certificate
     */
    public NetworkPolicy policy(Profile profile, NetworkAccess access, boolean encrypts) {
        List<NetworkPolicyPeer> peers =
                new ArrayList<>(Optional.ofNullable(access.from()).orElse(List.of()));
        operatorNamespace.map(NetworkRenderer::operator).ifPresent(peers::add);
        peers.add(new NetworkPolicyPeerBuilder()
                .withNewPodSelector()
                .withMatchLabels(Labels.serverSelector(profile.owner().name()))
                .endPodSelector()
                .build());
        return Drift.stamp(new NetworkPolicyBuilder()
                .withMetadata(ChildMetadata.of(profile.owner(), profile.names().redis()))
                .withNewSpec()
                .withNewPodSelector()
                .withMatchLabels(Labels.serverSelector(profile.owner().name()))
                .endPodSelector()
                .withPolicyTypes("Ingress")
                .addNewIngress()
                .withFrom(peers)
                .withPorts(policyPorts(encrypts || profile.server().encrypts()))
                .endIngress()
                .endSpec()
                .build());
    }

    private static NetworkPolicyPeer operator(String namespace) {
        return new NetworkPolicyPeerBuilder()
                .withNewNamespaceSelector()
                .withMatchLabels(Map.of(NAMESPACE_NAME, namespace))
                .endNamespaceSelector()
                .withNewPodSelector()
                .withMatchLabels(Map.of(Labels.NAME, Labels.OPERATOR))
                .endPodSelector()
                .build();
    }

    private static List<ServicePort> ports(Server server, boolean encrypts) {
        List<ServicePort> ports = new ArrayList<>();
        if (!encrypts || takesPlaintext(server)) {
            ports.add(port("redis", RedisConf.PORT));
        }
        if (encrypts) {
            ports.add(port(EncryptedPod.PORT, RedisConf.TLS_PORT));
        }
        return ports;
    }

    private static boolean takesPlaintext(Server server) {
        return server.settings().tls().map(TlsSettings::alsoPlaintext).orElse(true);
    }

    private static ServicePort port(String name, int number) {
        return new ServicePortBuilder()
                .withName(name)
                .withPort(number)
                .withTargetPort(new IntOrString(name))
                .withProtocol("TCP")
                .build();
    }

    /** Both ports are let through while servers change places, of which one encrypts: a closed port takes nobody. */
    private static List<NetworkPolicyPort> policyPorts(boolean encrypted) {
        List<NetworkPolicyPort> ports = new ArrayList<>(List.of(policyPort(RedisConf.PORT)));
        if (encrypted) {
            ports.add(policyPort(RedisConf.TLS_PORT));
        }
        return ports;
    }

    private static NetworkPolicyPort policyPort(int number) {
        return new NetworkPolicyPortBuilder()
                .withPort(new IntOrString(number))
                .withProtocol("TCP")
                .build();
    }
}
