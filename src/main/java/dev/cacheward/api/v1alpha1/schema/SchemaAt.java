package dev.cacheward.api.v1alpha1.schema;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Adds rules to one place in a schema, which is found by its path. */
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
     * @throws IllegalArgumentException when the schema has no such place, so that the rule for a renamed field is not lost
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

    /**
     * Adds a rule with a fixed message. This is for whole maps: a message that quotes the entry would exceed the API server's
     * cost budget.
     */
    SchemaAt rule(String cel, String message) {
        return add(cel, rule -> rule.setMessage(message));
    }

    /**
     * Adds a rule for a text or number, with a message that quotes it. The API server accepts no message with a line break, so
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

    /**
     * Adds a rule for a text or number, with a message that quotes it and gives a hint.
     *
     * @param what ends "is not ..."
     * @param hint a CEL expression: what may have been meant, as {@code ": ..."}, or an empty text
     * @param allowed a sentence without its full stop
     */
    SchemaAt hintedRule(String cel, String what, String hint, String allowed) {
        return add(cel, rule -> {
            rule.setMessageExpression(
                    "\"'\" + string(self) + \"' is not " + what + "\" + " + hint + " + \". " + allowed + ".\"");
            rule.setMessage("a text of more than one line is not " + what + ". " + allowed + ".");
        });
    }

    /**
     * Adds a rule for each name in a map, with a message that quotes one that breaks it. To join all of them would exceed the API
     * server's cost budget. Go walks through a map in another order each time, so the whole message is made of one name.
     *
     * @param cel what holds for the variable {@code name}
     * @param what follows the quotation
     * @param suggestion a CEL expression about {@code name} that follows
     */
    SchemaAt names(String cel, String what, String suggestion) {
        String wrong = "self.filter(name, !(" + cel + "))";
        return explainedRule(
                "self.all(name, " + cel + ")",
                "self.map(name, !(" + cel + "), \"'\" + name + \"' " + what + "\" + " + suggestion + " + (" + wrong
                        + ".size() > 1 ? \". Other names there are wrong, too\" : \"\"))[0]",
                "a text of more than one line " + what);
    }

    /** Adds such a rule without a suggestion. */
    SchemaAt names(String cel, String what) {
        return names(cel, what, Cases.text(""));
    }

    /** Adds a rule that compares values, with a CEL expression that quotes them as its message. */
    SchemaAt comparison(String cel, String messageExpression) {
        return add(cel, rule -> rule.setMessageExpression(messageExpression));
    }

    /** Adds a rule with a CEL expression as its message, and one for where that is of more than one line. */
    SchemaAt explainedRule(String cel, String messageExpression, String message) {
        return add(cel, rule -> {
            rule.setMessageExpression(messageExpression);
            rule.setMessage(message);
        });
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

    /** Refuses duplicate items. */
    SchemaAt set() {
        schema.setXKubernetesListType("set");
        return this;
    }

    /** Makes a list a map: entries of equal keys are merged by server-side apply, and refused when duplicate. */
    SchemaAt mapBy(String... keys) {
        schema.setXKubernetesListType("map");
        schema.setXKubernetesListMapKeys(List.of(keys));
        return this;
    }

    /**
     * Accepts a number beside text, so that the rules for this value see it. Otherwise the API server would answer "must be of
     * type string" to {@code 60}, which does not say what to write.
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
