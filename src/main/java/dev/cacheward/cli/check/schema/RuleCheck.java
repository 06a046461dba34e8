package dev.cacheward.cli.check.schema;

import dev.cacheward.cli.check.schema.SchemaProblem.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies the rules of a CRD that are written in CEL. Rules about a change need a resource before it, so they are left out. */
final class RuleCheck {
    private static final String CHANGE = "oldSelf";

    private final CelExpressions expressions;
    private final List<SchemaProblem> problems = new ArrayList<>();

    RuleCheck(CelExpressions expressions) {
        this.expressions = expressions;
    }

    List<SchemaProblem> problems() {
        return problems;
    }

    /** @param value sound by the schema, with all that is in it */
    void apply(Map<?, ?> schema, Object value, FieldName at) {
        if (schema.get("x-kubernetes-validations") instanceof List<?> rules) {
            rules.stream()
                    .map(rule -> (Map<?, ?>) rule)
                    .filter(rule -> !rule.get("rule").toString().contains(CHANGE))
                    .forEach(rule -> broken(rule, value)
                            .map(message -> SchemaProblem.of(Source.RULE, field(rule, at), quote(value) + message))
                            .ifPresent(problems::add));
        }
    }

    /** Returns the message of a broken rule. As the API server does, it prefers the expression unless that has several lines. */
    private Optional<String> broken(Map<?, ?> rule, Object value) {
        Map<String, Object> variables = Map.of("self", value);
        if (Boolean.TRUE.equals(expressions.evaluate(rule.get("rule").toString(), variables))) {
            return Optional.empty();
        }
        return Optional.ofNullable(rule.get("messageExpression"))
                .map(message ->
                        expressions.evaluate(message.toString(), variables).toString())
                .filter(message -> !message.isBlank() && message.lines().count() == 1)
                .or(() -> Optional.of(rule.get("message").toString()));
    }

    /** Rules at the root see the metadata, too, of which only the name concerns them. */
    private static String field(Map<?, ?> rule, FieldName at) {
        boolean name = at.equals(FieldName.ROOT) && rule.get("rule").toString().contains("self.metadata.name");
        return name ? "metadata.name" : at.keyed();
    }

    /** The API server repeats a single value, but no map and no list. */
    private static String quote(Object value) {
        return "Invalid value: " + (value instanceof Map || value instanceof List ? "" : GoValue.of(value) + ": ");
    }
}
