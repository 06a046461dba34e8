package dev.cacheward.cacheprofile.plan.external;

import dev.cacheward.validation.AddressBlock;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodIP;
import io.fabric8.kubernetes.api.model.Service;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Service of the profile's namespace that selects pods there.
 *
 * @param clusterIps as the Service has them; none if it is headless
 */
public record OwnService(List<String> clusterIps, Map<String, String> selector) {
    private static final String HEADLESS = "None";

    /** The kubelet gives the address of such a pod to another one, which may be anybody's. */
    private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

    /** Keeps copies. */
    public OwnService {
        clusterIps = List.copyOf(clusterIps);
        selector = Map.copyOf(selector);
    }

    /** Returns nothing for a Service without a selector, or with another name behind it: it leads wherever its author says. */
    public static Optional<OwnService> of(Service service) {
        Map<String, String> selector =
                Optional.ofNullable(service.getSpec().getSelector()).orElse(Map.of());
        List<String> clusterIps = Stream.ofNullable(service.getSpec().getClusterIPs())
                .flatMap(Collection::stream)
                .filter(address -> !HEADLESS.equals(address))
                .toList();
        return Optional.of(new OwnService(clusterIps, selector))
                .filter(own -> !own.selector().isEmpty()
                        && !"ExternalName".equals(service.getSpec().getType()));
    }

    /**
     * Whether its pods are connected to by their own addresses.
     *
     * @param cluster whether redirections are followed, which name the pods
     */
    public boolean leadsToPods(boolean cluster) {
        return cluster || clusterIps.isEmpty();
    }

    /**
     * Returns where the operator may connect to. What the name of the Service leads to may be anything: its author can write an
     * EndpointSlice. The addresses of pods are the kubelet's word.
     *
     * @param pods of the namespace that the selector selects
     */
    public Set<AddressBlock> addresses(List<Pod> pods) {
        return Stream.concat(clusterIps.stream(), pods.stream().flatMap(OwnService::addresses))
                .flatMap(text -> AddressBlock.single(text).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A pod in the network of its node has the address of the node, where others listen too. */
    private static Stream<String> addresses(Pod pod) {
        boolean none = pod.getStatus() == null
                || Boolean.TRUE.equals(pod.getSpec().getHostNetwork())
                || ENDED.contains(
                        Optional.ofNullable(pod.getStatus().getPhase()).orElse(""));
        return none
                ? Stream.empty()
                : Stream.ofNullable(pod.getStatus().getPodIPs())
                        .flatMap(Collection::stream)
                        .map(PodIP::getIp);
    }
}
