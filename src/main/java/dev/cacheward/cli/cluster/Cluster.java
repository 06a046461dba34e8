package dev.cacheward.cli.cluster;

import dev.cacheward.operator.KubernetesClients;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;

/**
 * The cluster that a command looks at.
 *
 * @param namespace where the command looks, unless it is told another
 */
public record Cluster(KubernetesClient client, String namespace) implements AutoCloseable {
    private static final String DEFAULT = "default";

    /**
     * Opens the cluster that the options name.
     *
     * @throws dev.cacheward.runtime.StartException if the kubeconfig or the environment is at fault
     */
    public static Cluster open(ClusterOptions options) {
        KubernetesClient client = KubernetesClients.chosen(options.kubeconfig(), options.context());
        String namespace = options.namespace()
                .or(() -> Optional.ofNullable(client.getConfiguration().getNamespace()))
                .filter(name -> !name.isBlank())
                .orElse(DEFAULT);
        return new Cluster(client, namespace);
    }

    @Override
    public void close() {
        client.close();
    }
}
