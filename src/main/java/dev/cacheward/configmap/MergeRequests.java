package dev.cacheward.configmap;

import dev.cacheward.kubernetes.Owner;
import dev.cacheward.kubernetes.Writer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;
import java.util.Optional;

/** The single requests of {@link MergeWriter}. Each apply carries the uid that was read. */
final class MergeRequests {
    private final KubernetesClient client;

    MergeRequests(KubernetesClient client) {
        this.client = client;
    }

    /** Reads the map; empty if it is missing or being deleted. */
    Optional<ConfigMap> live(Owner owner, String name) {
        return Optional.ofNullable(client.configMaps()
                        .inNamespace(owner.namespace())
                        .withName(name)
                        .get())
                .filter(map -> !map.isMarkedForDeletion());
    }

    /**
     * Applies by force only if the map has no key, and then only to the version that was read. So does an apply that gives up
     * keys: if their other owner gave them up at the same moment, they would vanish.
     */
    ConfigMap apply(Owner owner, ConfigMap live, Map<String, String> keys, boolean releases) {
        boolean empty = live.getData() == null || live.getData().isEmpty();
        ConfigMap body = body(live, keys);
        if (empty || releases) {
            body.getMetadata().setResourceVersion(live.getMetadata().getResourceVersion());
        }
        return apply(body, owner.fieldManager(), empty);
    }

    /** Applies by force whatever the map holds. */
    ConfigMap force(ConfigMap live, Map<String, String> keys, String manager) {
        return apply(body(live, keys), manager, true);
    }

    private ConfigMap apply(ConfigMap body, String manager, boolean force) {
        return client.resource(body)
                .patch(
                        new PatchContext.Builder()
                                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                                .withFieldManager(manager)
                                .withForce(force)
                                .build(),
                        body);
    }

    /** Applies a map of our own by force, and only to the version that was read. */
    ConfigMap adopt(ConfigMap live, ConfigMap desired) {
        ConfigMap body = client.getKubernetesSerialization().clone(desired);
        body.getMetadata().setUid(live.getMetadata().getUid());
        body.getMetadata().setResourceVersion(live.getMetadata().getResourceVersion());
        return apply(body, Writer.FIELD_MANAGER, true);
    }

    private static ConfigMap body(ConfigMap live, Map<String, String> keys) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(live.getMetadata().getName())
                .withNamespace(live.getMetadata().getNamespace())
                .withUid(live.getMetadata().getUid())
                .endMetadata()
                .withData(keys)
                .build();
    }
}
