package dev.cacheward.operator;

import dev.cacheward.testbed.EmbeddedApi;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.Map;
import java.util.Optional;

/** By name, as a person sees them; one that does not exist has no data. */
record ConfigMaps(KubernetesClient client) {
    Optional<Map<String, String>> data(String name) {
        return Optional.ofNullable(map(name).get()).map(ConfigMap::getData);
    }

    void delete(String name) {
        map(name).delete();
    }

    private Resource<ConfigMap> map(String name) {
        return client.configMaps().inNamespace(EmbeddedApi.NAMESPACE).withName(name);
    }
}
