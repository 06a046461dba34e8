package dev.cacheward.gitops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What kstatus makes of a custom resource that is not being deleted (sigs.k8s.io/cli-utils, pkg/kstatus/status, whose rules Flux
 * and other appliers use). It does not read the generations of the conditions.
 */
final class Kstatus {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Kstatus() {}

    /** The results of kstatus that a living resource can have. */
    enum State {
        IN_PROGRESS,
        FAILED,
        CURRENT
    }

    static State of(Map<String, Object> resource) {
        if (!generationIsObserved(resource)) {
            return State.IN_PROGRESS;
        }
        if (is(resource, "Reconciling")) {
            return State.IN_PROGRESS;
        }
        if (is(resource, "Stalled")) {
            return State.FAILED;
        }
        return condition(resource, "Ready").isEmpty() || is(resource, "Ready") ? State.CURRENT : State.IN_PROGRESS;
    }

    /** The rule that Flux keeps also where it evaluates expressions of its own: a status that names no generation passes. */
    static boolean generationIsObserved(Map<String, Object> resource) {
        JsonNode json = JSON.valueToTree(resource);
        JsonNode observed = json.at("/status/observedGeneration");
        return observed.isMissingNode()
                || observed.asLong() == json.at("/metadata/generation").asLong();
    }

    private static boolean is(Map<String, Object> resource, String type) {
        return condition(resource, type).equals(Optional.of("True"));
    }

    private static Optional<String> condition(Map<String, Object> resource, String type) {
        JsonNode conditions = JSON.valueToTree(resource).at("/status/conditions");
        return StreamSupport.stream(conditions.spliterator(), false)
                .filter(condition -> condition.path("type").asText().equals(type))
                .map(condition -> condition.path("status").asText())
                .findFirst();
    }
}
