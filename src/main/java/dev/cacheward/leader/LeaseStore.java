package dev.cacheward.leader;

import dev.cacheward.kubernetes.StatusCode;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;

/**
 * Reads and writes the Lease on the API server. Each write carries the version that was read, so that the API server refuses
 * one of two concurrent writes.
 */
final class LeaseStore {
    private final KubernetesClient client;
    private final String namespace;
    private final String name;

    LeaseStore(KubernetesClient client, String namespace, String name) {
        this.client = client;
        this.namespace = namespace;
        this.name = name;
    }

    /** @throws KubernetesClientException if the API server does not answer well */
    Optional<Lease> read() {
        return Optional.ofNullable(
                client.leases().inNamespace(namespace).withName(name).get());
    }

    /**
     * Creates the Lease, or replaces the version that was read.
     *
     * @return the Lease as written; empty if another client was faster or the Lease was deleted
     * @throws KubernetesClientException for any other failure; the Lease may have been written or not
     */
    Optional<Lease> write(Optional<Lease> seen, LeaseSpec spec) {
        try {
            return Optional.of(
                    seen.isPresent()
                            ? client.resource(with(seen.get(), spec)).update()
                            : client.resource(with(empty(), spec)).create());
        } catch (KubernetesClientException refused) {
            if (refused.getCode() == StatusCode.CONFLICT || refused.getCode() == StatusCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    @Override
    public String toString() {
        return "Lease " + namespace + "/" + name;
    }

    private static Lease with(Lease lease, LeaseSpec spec) {
        return new LeaseBuilder(lease).withSpec(spec).build();
    }

    private Lease empty() {
        return new LeaseBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .build();
    }
}
