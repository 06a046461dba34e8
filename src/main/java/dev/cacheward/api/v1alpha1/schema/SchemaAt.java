package dev.cacheward.api.v1alpha1.schema;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One place in a schema, found by its path, to which rules are added. */
final class SchemaAt {
    /** The step to the values of a map. */
    static final String VALUES = "{}";

    /** The step to the items of a list. */
    static final String ITEMS = "[]";

    private final JSONSchemaProps schema;

    private SchemaAt(JSONSchemaProps schema) {
        this.schema = schema;
    }

    /**
     * Follows a path of property names, {@link #VALUES} and {@link #ITEMS}.
     *
     * @throws IllegalArgumentException when the schema has no such place: a rule for a field that was renamed must not get lost
     */
    static SchemaAt path(JSONSchemaProps root, String... path) {
        JSONSchemaProps at = root;
        for (String step : path) {
            at = step(at, step)
                    .orElseThrow(() -> new IllegalArgumentException("no " + step + " on " + String.join(".", path)));
        }
        return new SchemaAt(at);
    }

    private static Optional<JSONSchemaProps> step(JSONSchemaProps at, String step) {
        return switch (step) {
            case VALUES -> Optional.ofNullable(at.getAdditionalProperties()).map(values -> values.getSchema());
            case ITEMS -> Optional.ofNullable(at.getItems()).map(items -> items.getSchema());
            default -> Optional.ofNullable(at.getProperties()).map(properties -> properties.get(step));
        };
    }

    JSONSchemaProps schema() {
        return schema;
    }

    /** Adds a rule whose message is fixed: for whole maps, where quoting the entry would exceed the API server's cost budget. */
    SchemaAt rule(String cel, String message) {
        return add(cel, rule -> rule.setMessage(message));
    }

    /**
     * Adds a rule for a value of text (or a number), whose message quotes it. The API server takes no message with a line break, so
     * there is one without the quotation, too.
     *
     * @param what ends "is not ...": what the value should be, and what is allowed
     */
    SchemaAt valueRule(String cel, String what) {
        String text = "string".equals(schema.getType()) ? "self" : "string(self)";
        return add(cel, rule -> {
            rule.setMessageExpression("\"'\" + " + text + " + \"' is not " + what + "\"");
            rule.setMessage("a text of more than one line is not " + what);
        });
    }

    /** Adds a rule that compares values, whose message is a CEL expression that quotes them. */
    SchemaAt comparison(String cel, String messageExpression) {
        return add(cel, rule -> rule.setMessageExpression(messageExpression));
    }

    private SchemaAt add(String cel, Consumer<ValidationRule> message) {
        ValidationRule rule = new ValidationRule();
        rule.setRule(cel);
        message.accept(rule);
        List<ValidationRule> rules = new ArrayList<>(
                Optional.ofNullable(schema.getXKubernetesValidations()).orElse(List.of()));
        rules.add(rule);
        schema.setXKubernetesValidations(rules);
        return this;
    }

    /** Refuses a number outside these bounds. */
    SchemaAt between(long least, long most) {
        schema.setMinimum((double) least);
        schema.setMaximum((double) most);
        return this;
    }

    /** Refuses an item that is there twice. */
    SchemaAt set() {
        schema.setXKubernetesListType("set");
        return this;
    }

    /** Makes a list a map: entries of equal keys are merged by server-side apply, and refused when there twice. */
    SchemaAt mapBy(String... keys) {
        schema.setXKubernetesListType("map");
        schema.setXKubernetesListMapKeys(List.of(keys));
        return this;
    }

    /**
     * Takes a number where text is wanted, as the rules on this value see it: without this the API server answers "must be of type
     * string" to {@code 60}, which says neither what was written nor what to write.
     */
    SchemaAt orNumber() {
        schema.setType(null);
        schema.setXKubernetesIntOrString(true);
        schema.setAnyOf(List.of(type("integer"), type("string")));
        return this;
    }

    private static JSONSchemaProps type(String name) {
        JSONSchemaProps type = new JSONSchemaProps();
        type.setType(name);
        return type;
    }
}
