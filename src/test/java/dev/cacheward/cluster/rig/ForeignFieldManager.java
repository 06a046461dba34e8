package dev.cacheward.cluster.rig;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Who applies manifests on the server by this name, and takes fields over from whoever else manages them. */
public record ForeignFieldManager(String name) {
    public void apply(KubernetesClient client, String namespace, String yaml) {
        client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .items()
                .forEach(object -> {
                    object.getMetadata().setNamespace(namespace);
                    client.resource(object).patch(byForce(), object);
                });
    }

    private PatchContext byForce() {
        return new PatchContext.Builder()
                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                .withFieldManager(name)
                .withForce(true)
                .build();
    }
}
