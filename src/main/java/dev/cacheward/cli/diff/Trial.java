package dev.cacheward.cli.diff;

import dev.cacheward.kubernetes.ApiRefusal;
import dev.cacheward.kubernetes.StatusCode;
import dev.cacheward.runtime.StartException;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable;
import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks the API server what it would say to an edit. Each request is a dry run, which changes nothing: schema, rules, defaults and
 * webhooks all answer. The spec of the file takes the place of the whole spec, as after an apply by the one who wrote all of it.
 */
final class Trial {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** All that the CRDs have. */
    private static final Map<String, Map<String, JsonNode>> DEFAULTS = Map.of(
            Manifest.PROFILE,
            Map.of("enabled", JSON.valueToTree(true), "deletionPolicy", JSON.valueToTree("Delete")),
            Manifest.POLICY,
            Map.of("mode", JSON.valueToTree("Enforce")));

    private static final String MANAGER = "cacheward-diff";

    private final KubernetesClient client;

    Trial(KubernetesClient client) {
        this.client = client;
    }

    /** What the API server said. */
    sealed interface Verdict<R> {
        /** It would take the edit, and then have this. */
        record Accepted<R>(R resource) implements Verdict<R> {}

        /** It would not. */
        record Refused<R>(String why) implements Verdict<R> {}

        /** The caller may not ask. */
        record NotAsked<R>(String right) implements Verdict<R> {}
    }

    /** @param live what is there now; empty if nothing is */
    <R extends CustomResource<?, ?>> Verdict<R> of(Class<R> type, Manifest edited, Optional<R> live) {
        try {
            return new Verdict.Accepted<>(live.isPresent() ? patched(type, edited) : created(type, edited));
        } catch (KubernetesClientException refused) {
            ApiRefusal refusal = ApiRefusal.of(refused);
            if (refusal.code() == StatusCode.FORBIDDEN) {
                return new Verdict.NotAsked<>(live.isPresent() ? "patch" : "create");
            }
            if (refusal.lasting()) {
                return new Verdict.Refused<>(refusal.message());
            }
            throw refused;
        }
    }

    private <R extends HasMetadata> R patched(Class<R> type, Manifest edited) {
        JsonNode spec = edited.document().path("spec");
        String patch = JSON.writeValueAsString(List.of(JSON.createObjectNode()
                .put("op", "replace")
                .put("path", "/spec")
                .set("value", spec.isMissingNode() ? JSON.createObjectNode() : spec)));
        return client.resources(type)
                .inNamespace(edited.namespace())
                .withName(edited.name())
                .patch(
                        new PatchContext.Builder()
                                .withPatchType(PatchType.JSON)
                                .withDryRun(List.of("All"))
                                .withFieldManager(MANAGER)
                                .withFieldValidation("Strict")
                                .build(),
                        patch);
    }

    /** The API server gets what the file says, word for word, since it tells better than we could what is wrong with it. */
    private <R extends CustomResource<?, ?>> R created(Class<R> type, Manifest edited) {
        GenericKubernetesResource asked = converted(GenericKubernetesResource.class, edited.document(), edited);
        asked.getMetadata().setNamespace(edited.namespace());
        GenericKubernetesResource made = client.genericKubernetesResources(
                        CustomResourceDefinitionContext.fromCustomResourceType(type))
                .inNamespace(edited.namespace())
                .resource(asked)
                .dryRun()
                .fieldValidation(FieldValidateable.Validation.STRICT)
                .create();
        return client.getKubernetesSerialization().convertValue(made, type);
    }

    private <T> T converted(Class<T> type, JsonNode document, Manifest edited) {
        try {
            return client.getKubernetesSerialization().convertValue(document, type);
        } catch (IllegalArgumentException unfit) {
            // Its message may quote any value of the file.
            throw new StartException(
                    edited.file() + ": " + edited.resource()
                            + " has a field that the schema does not know, or a value of a wrong type: the command check tells which.");
        }
    }

    /** Returns the resource as the file has it, with the defaults that the API server would fill in. */
    <R extends HasMetadata> R read(Class<R> type, Manifest edited) {
        JsonNode document = edited.document().deepCopy();
        if (document.path("spec") instanceof ObjectNode spec) {
            DEFAULTS.get(edited.kind()).forEach((field, value) -> spec.putIfAbsent(field, value));
        }
        R resource = converted(type, document, edited);
        resource.getMetadata().setNamespace(edited.namespace());
        return resource;
    }
}
