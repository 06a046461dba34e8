package dev.cacheward.layering.broken.configmap;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;

/** Writes to the API server past the writers. */
record WritesByItself(KubernetesClient client) {
    ConfigMap write(ConfigMap map) {
        return client.resource(map).serverSideApply();
    }
}
