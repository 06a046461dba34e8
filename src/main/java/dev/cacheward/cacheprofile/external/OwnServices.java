package dev.cacheward.cacheprofile.external;

import dev.cacheward.cacheprofile.plan.external.OwnService;
import dev.cacheward.validation.AddressBlock;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks the API server where a Service of a profile's namespace leads. Pods are listed only if they are connected to directly. */
final class OwnServices {
    private final KubernetesClient client;

    OwnServices(KubernetesClient client) {
        this.client = client;
    }

    /**
     * Returns nothing if there is no such Service, or it does not select pods.
     *
     * @param cluster whether redirections to its pods are followed
     */
    Set<AddressBlock> addresses(String namespace, String name, boolean cluster) {
        return Optional.ofNullable(
                        client.services().inNamespace(namespace).withName(name).get())
                .flatMap(OwnService::of)
                .map(service -> service.addresses(service.leadsToPods(cluster) ? pods(namespace, service) : List.of()))
                .orElse(Set.of());
    }

    private List<Pod> pods(String namespace, OwnService service) {
        return client.pods()
                .inNamespace(namespace)
                .withLabels(service.selector())
                .list()
                .getItems();
    }
}
