package dev.cacheward.cluster.rig;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.UUID;

/** Pods in it must pass Pod Security "restricted"; the end of its name is random, so that classes and runs do not meet. */
final class RestrictedNamespace {
    private RestrictedNamespace() {}

    /** Makes one, and returns its name. */
    static String create(KubernetesClient client, String prefix) {
        String name = prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withLabels(Map.of("pod-security.kubernetes.io/enforce", "restricted"))
                        .endMetadata()
                        .build())
                .create();
        return name;
    }
}
