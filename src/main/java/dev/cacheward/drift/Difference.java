package dev.cacheward.drift;

import dev.cacheward.validation.Quote;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One field that is not as it is wanted.
 *
 * @param field the path, such as {@code spec.replicas}; empty for the whole object
 * @param text what is found and what is wanted; no value of a Secret
 * @param absent whether nothing is found
 * @param grown whether it is a list with more elements than are wanted, which an apply does not take out
 */
public record Difference(String field, String text, boolean absent, boolean grown) {
    private static final String POD_SPEC = "spec.template.spec";
    private static final String DATA = "data";

    /** The whole object is not there. */
    public static Difference missing() {
        return new Difference("", "it is missing again", true, false);
    }

    /** The whole object is there, although it is to be gone. */
    public static Difference unwanted() {
        return new Difference("", "it is there again after each deletion", false, false);
    }

    /** A field with other text than is wanted. */
    public static Difference of(String field, Optional<String> found, String wanted) {
        return new Difference(field, text(field, found.map(Quote::of), Quote.of(wanted)), found.isEmpty(), false);
    }

    static Difference of(String field, JsonNode wanted, Optional<JsonNode> found, boolean hidden) {
        boolean grown = found.filter(live -> live.isArray() && wanted.isArray() && live.size() > wanted.size())
                .isPresent();
        String text = hidden
                ? field + " has not the value that is wanted (neither is shown)"
                : text(field, found.map(Difference::quoted), quoted(wanted));
        return new Difference(field, text, found.isEmpty(), grown);
    }

    /** Whether it is a key of a ConfigMap or of a Secret. */
    public boolean isKey() {
        return field.startsWith(DATA);
    }

    /** Whether it is about the pods of a workload, which a write would replace. */
    public boolean isInPodSpec() {
        return field.startsWith(POD_SPEC);
    }

    private static String text(String field, Optional<String> found, String wanted) {
        return found.map(value -> field + " is " + value + " instead of " + wanted)
                .orElseGet(() -> field + " is missing and should be " + wanted);
    }

    private static String quoted(JsonNode value) {
        return Quote.of(value.isValueNode() ? value.asString("") : value.toString());
    }
}
