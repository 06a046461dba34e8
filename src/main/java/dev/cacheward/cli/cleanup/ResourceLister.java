package dev.cacheward.cli.cleanup;

import dev.cacheward.kubernetes.StatusCode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists the custom resources that the operator looked after. */
final class ResourceLister {
    private static final Logger LOG = LoggerFactory.getLogger(ResourceLister.class);

    private final KubernetesClient client;
    private final Set<String> namespaces;

    /** @param namespaces empty means all */
    ResourceLister(KubernetesClient client, Set<String> namespaces) {
        this.client = client;
        this.namespaces = namespaces;
    }

    <R extends HasMetadata> Stream<R> list(Class<R> kind) {
        return namespaces.isEmpty()
                ? client.resources(kind).inAnyNamespace().list().getItems().stream()
                : namespaces.stream().flatMap(namespace -> list(kind, namespace));
    }

    /**
     * A deleted namespace took its resources and the permission to list them with it, so a missing permission is only logged.
     */
    private <R extends HasMetadata> Stream<R> list(Class<R> kind, String namespace) {
        try {
            return client.resources(kind).inNamespace(namespace).list().getItems().stream();
        } catch (KubernetesClientException refused) {
            if (refused.getCode() != StatusCode.FORBIDDEN) {
                throw refused;
            }
            LOG.warn("Nothing is cleaned up in namespace {}, unless it is gone: {}", namespace, refused.getMessage());
            return Stream.empty();
        }
    }
}
