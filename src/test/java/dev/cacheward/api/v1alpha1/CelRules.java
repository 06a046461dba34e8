package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cacheward.cli.check.schema.CelExpressions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies every {@code x-kubernetes-validations} of a schema to a resource, as the API server does. */
final class CelRules {
    private static final ObjectMapper LONGS = new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);

    private final JsonNode schema;
    private final CelExpressions expressions = new CelExpressions();

    /** @param schema {@code openAPIV3Schema} */
    CelRules(JsonNode schema) {
        this.schema = schema;
    }

    /**
     * @param rule its text
     * @param message as a person would see it
     */
    record Broken(String rule, String message) {}

    /** @param old what the resource was before, for the rules that compare with it */
    List<Broken> broken(JsonNode resource, Optional<? extends JsonNode> old) {
        List<Broken> broken = new ArrayList<>();
        visit(schema, new Change(resource, old.map(JsonNode.class::cast)), broken);
        return broken;
    }

    private void visit(JsonNode at, Change change, List<Broken> broken) {
        at.path("x-kubernetes-validations").forEach(rule -> apply(rule, change).ifPresent(broken::add));
        change.value().fieldNames().forEachRemaining(field -> {
            JsonNode below = at.path("properties").path(field);
            visit(below.isMissingNode() ? at.path("additionalProperties") : below, change.field(field), broken);
        });
        if (change.value().isArray()) {
            change.value().forEach(item -> visit(at.path("items"), new Change(item, Optional.empty()), broken));
        }
    }

    private Optional<Broken> apply(JsonNode rule, Change change) {
        String expression = rule.path("rule").asText();
        if (expression.contains("oldSelf") && change.old().isEmpty()
                || expressions.evaluate(expression, change.variables()).equals(true)) {
            return Optional.empty();
        }
        String message = rule.has("messageExpression")
                ? expressions
                        .evaluate(rule.path("messageExpression").asText(), change.variables())
                        .toString()
                : rule.path("message").asText();
        return Optional.of(new Broken(expression, message));
    }

    /** One place in the resource, now and before. */
    private record Change(JsonNode value, Optional<JsonNode> old) {
        Change field(String name) {
            return new Change(value.get(name), old.map(before -> before.get(name)));
        }

        Map<String, Object> variables() {
            Map<String, Object> variables = new HashMap<>();
            variables.put("self", plain(value));
            old.ifPresent(before -> variables.put("oldSelf", plain(before)));
            return variables;
        }

        private static Object plain(JsonNode node) {
            return LONGS.convertValue(node, Object.class);
        }
    }
}
