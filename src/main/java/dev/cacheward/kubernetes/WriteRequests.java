package dev.cacheward.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The single requests of {@link Writer}. */
final class WriteRequests {
    /**
     * No object ever has this version (it is the store's before its first write). An apply that carries it creates a missing
     * object and conflicts with a present one. A plain POST would do so too, but its fields would belong to an "Update"
     * of ours beside every later "Apply", and a key that we apply no longer would stay.
     */
    private static final String CREATE_ONLY = "1";

    /**
     * Applies by force, so that a manual edit, which takes over the field, is reverted; the uid restricts this to our own
     * objects.
     */
    private static final PatchContext APPLY = new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager(Writer.FIELD_MANAGER)
            .withForce(true)
            .build();

    /** Changes one element of a list by its name. */
    private static final PatchContext RESIZE = new PatchContext.Builder()
            .withPatchType(PatchType.STRATEGIC_MERGE)
            .withFieldManager(Writer.FIELD_MANAGER)
            .build();

    private final KubernetesClient client;

    WriteRequests(KubernetesClient client) {
        this.client = client;
    }

    Optional<HasMetadata> read(HasMetadata desired) {
        return Optional.ofNullable(client.resource(desired).get());
    }

    HasMetadata create(HasMetadata desired) {
        HasMetadata body = clone(desired);
        body.getMetadata().setResourceVersion(CREATE_ONLY);
        return client.resource(body).patch(APPLY, body);
    }

    /** @param uid of the object that was verified to be ours */
    HasMetadata apply(HasMetadata desired, String uid) {
        HasMetadata body = body(desired, uid);
        return client.resource(body).patch(APPLY, body);
    }

    /** Takes over an object that nothing controls, in this version and no later one. */
    HasMetadata take(HasMetadata desired, String uid, String version) {
        HasMetadata body = body(desired, uid);
        body.getMetadata().setResourceVersion(version);
        return client.resource(body).patch(APPLY, body);
    }

    /** Makes the fields of an entry those that we have applied. Returns the object in its new version. */
    HasMetadata inherit(HasMetadata seen, ManagedFieldsEntry entry) {
        ObjectMeta metadata = new ObjectMetaBuilder()
                .withUid(seen.getMetadata().getUid())
                .withResourceVersion(seen.getMetadata().getResourceVersion())
                .withManagedFields(entry)
                .build();
        return client.resource(seen)
                .patch(Writer.MERGE, client.getKubernetesSerialization().asJson(Map.of("metadata", metadata)));
    }

    /** @param seen the object that was verified to be ours */
    HasMetadata annotate(HasMetadata seen, Map<String, String> annotations) {
        ObjectMeta metadata = new ObjectMetaBuilder()
                .withUid(seen.getMetadata().getUid())
                .withAnnotations(annotations)
                .build();
        return client.resource(seen)
                .patch(Writer.MERGE, client.getKubernetesSerialization().asJson(Map.of("metadata", metadata)));
    }

    /**
     * Gives a container of a running pod other resources.
     *
     * @param seen the pod that was verified to be ours
     * @param resources as in a pod
     */
    Pod resize(Pod seen, String container, Map<String, ?> resources) {
        Map<String, ?> body = Map.of(
                "metadata",
                Map.of("uid", seen.getMetadata().getUid()),
                "spec",
                Map.of("containers", List.of(Map.of("name", container, "resources", resources))));
        return client.pods()
                .resource(seen)
                .subresource("resize")
                .patch(RESIZE, client.getKubernetesSerialization().asJson(body));
    }

    /**
     * Makes the operator the one who replaces pods, where releases before this one left that to the controller. An apply cannot:
     * the API server refuses the defaults of the old strategy beside the new one, and an apply does not take them out.
     */
    HasMetadata withoutRollingUpdates(HasMetadata live) {
        if (!(live instanceof StatefulSet set)
                || set.getSpec().getUpdateStrategy() == null
                || set.getSpec().getUpdateStrategy().getRollingUpdate() == null) {
            return live;
        }
        String strategy =
                "{\"metadata\":{\"uid\":\"%s\"},\"spec\":{\"updateStrategy\":{\"type\":\"OnDelete\",\"rollingUpdate\":null}}}";
        return client.resource(live)
                .patch(Writer.MERGE, strategy.formatted(live.getMetadata().getUid()));
    }

    /** Replaces lists as a whole, which an apply does not. */
    HasMetadata replaceLists(HasMetadata desired, String uid) {
        HasMetadata body = body(desired, uid);
        return client.resource(body)
                .patch(Writer.MERGE, client.getKubernetesSerialization().asJson(body));
    }

    /** Deletes the version that was seen, and no later one. */
    void delete(HasMetadata seen) {
        client.resource(seen)
                .lockResourceVersion(seen.getMetadata().getResourceVersion())
                .delete();
    }

    private HasMetadata body(HasMetadata desired, String uid) {
        HasMetadata body = clone(desired);
        body.getMetadata().setUid(uid);
        return body;
    }

    private HasMetadata clone(HasMetadata desired) {
        return client.getKubernetesSerialization().clone(desired);
    }
}
