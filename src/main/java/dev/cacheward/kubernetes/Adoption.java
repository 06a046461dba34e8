package dev.cacheward.kubernetes;

import dev.cacheward.kubernetes.fields.ManagedFields;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.Optional;

/**
 * Prepares an object that nothing controls, and whose labels say that it was made for its owner, for the apply that takes it
 * over. Whoever brought it back, for example from a backup, owns all its fields, so each field that is no longer wanted would
 * stay for ever. So they become ours first.
 */
final class Adoption {
    private final KubernetesClient client;

    Adoption(KubernetesClient client) {
        this.client = client;
    }

    /**
     * Returns the only version of the object that may be taken over: as soon as it changes, it may have another controller.
     * The fields of a claim stay as they are, since most of them cannot change.
     */
    String prepare(HasMetadata seen) {
        return Optional.of(seen)
                .filter(object -> !(object instanceof PersistentVolumeClaim))
                .map(object -> client.resource(object).get())
                .flatMap(live -> ManagedFields.of(live).inherited(Writer.FIELD_MANAGER))
                .map(entry -> inherit(seen, entry))
                .orElse(seen.getMetadata().getResourceVersion());
    }

    private String inherit(HasMetadata seen, ManagedFieldsEntry entry) {
        ObjectMeta metadata = new ObjectMetaBuilder()
                .withUid(seen.getMetadata().getUid())
                .withResourceVersion(seen.getMetadata().getResourceVersion())
                .withManagedFields(entry)
                .build();
        String patch = client.getKubernetesSerialization().asJson(Map.of("metadata", metadata));
        return client.resource(seen).patch(Writer.MERGE, patch).getMetadata().getResourceVersion();
    }
}
