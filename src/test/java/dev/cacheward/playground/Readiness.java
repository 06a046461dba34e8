package dev.cacheward.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Optional;

/** Reads the condition {@code Ready}, as {@code kubectl wait} does. */
final class Readiness {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final KubernetesClient client;

    Readiness(KubernetesClient client) {
        this.client = client;
    }

    boolean allReady(List<HasMetadata> resources) {
        List<HasMetadata> ours = resources.stream().filter(Readiness::isOurs).toList();
        return !ours.isEmpty() && ours.stream().allMatch(this::isReady);
    }

    boolean isReady(HasMetadata resource) {
        return holds("Ready", resource);
    }

    /** Whether what is not ready will not be, until somebody mends it. */
    boolean allStalled(List<HasMetadata> resources) {
        List<HasMetadata> waiting = resources.stream()
                .filter(Readiness::isOurs)
                .filter(r -> !isReady(r))
                .toList();
        return !waiting.isEmpty() && waiting.stream().allMatch(r -> holds("Stalled", r));
    }

    private boolean holds(String type, HasMetadata resource) {
        JsonNode live = live(resource);
        return condition(live, type)
                .filter(c -> c.path("status").asText().equals("True"))
                .filter(c -> c.path("observedGeneration").asLong()
                        == live.at("/metadata/generation").asLong())
                .isPresent();
    }

    /** One line for each that is not ready. */
    List<String> reasons(List<HasMetadata> resources) {
        return resources.stream()
                .filter(Readiness::isOurs)
                .filter(r -> !isReady(r))
                .map(r -> r.getKind() + " " + r.getMetadata().getName() + ": " + reason(r))
                .toList();
    }

    private String reason(HasMetadata resource) {
        return condition(live(resource), "Ready")
                .map(c -> c.path("reason").asText() + ", " + c.path("message").asText())
                .orElse("the operator has not reconciled it");
    }

    private static boolean isOurs(HasMetadata resource) {
        return resource.getApiVersion().startsWith("cacheward.dev/");
    }

    private JsonNode live(HasMetadata resource) {
        return JSON.valueToTree(client.resource(resource).get());
    }

    private static Optional<JsonNode> condition(JsonNode live, String type) {
        for (JsonNode condition : live.at("/status/conditions")) {
            if (condition.path("type").asText().equals(type)) {
                return Optional.of(condition);
            }
        }
        return Optional.empty();
    }
}
