package dev.cacheward.drift;

import dev.cacheward.validation.Fingerprint;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares a live object with the desired one, so that nothing is written if they agree. Every desired field must exist with
 * its value; extra fields are no drift, since the API server adds defaults and others add labels. The set of desired fields
 * must also be the one that was applied last, or else a field that is no longer desired would stay. For this an annotation
 * holds a hash over the paths of the applied fields; it covers only paths, so that no value of a Secret goes into it.
 */
public final class Drift {
    /** The annotation with the hash over the paths of all applied fields. It must never change: clusters hold it. */
    public static final String APPLIED_FIELDS = "cacheward.dev/applied-fields";

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private Drift() {}

    /** Adds the annotation to a desired object; returns the same object. */
    public static <T extends HasMetadata> T stamp(T desired) {
        Map<String, String> annotations = new TreeMap<>();
        if (desired.getMetadata().getAnnotations() != null) {
            annotations.putAll(desired.getMetadata().getAnnotations());
        }
        annotations.put(APPLIED_FIELDS, "");
        desired.getMetadata().setAnnotations(annotations);
        annotations.put(APPLIED_FIELDS, Fingerprint.of(paths(JSON.valueToTree(desired))));
        return desired;
    }

    /** Whether {@code live} has to be written. {@code desired} must be stamped. */
    public static boolean exists(HasMetadata desired, HasMetadata live) {
        return !between(desired, live).isEmpty();
    }

    /** Returns every field of a stamped object that is not live as it is desired; none if nothing has to be written. */
    public static List<Difference> between(HasMetadata desired, HasMetadata live) {
        return new Comparison(desired.getKind().equals("Secret")).of(JSON.valueToTree(desired), JSON.valueToTree(live));
    }

    /**
     * Returns every field of a value that another lacks, or has otherwise.
     *
     * @param name of the field that holds the value
     */
    public static List<Difference> between(String name, Object desired, Object live) {
        return new Comparison(false)
                .of(
                        JSON.createObjectNode().set(name, JSON.valueToTree(desired)),
                        JSON.createObjectNode().set(name, JSON.valueToTree(live)));
    }

    /**
     * Returns what tells one desired value from another. No value can be read from it.
     *
     * @param without the names of fields that make no difference
     */
    public static String content(Object desired, String... without) {
        JsonNode tree = JSON.valueToTree(desired);
        for (String name : without) {
            tree.findParents(name).forEach(parent -> ((ObjectNode) parent).remove(name));
        }
        return Fingerprint.of(tree.toString());
    }

    private static String paths(JsonNode node) {
        StringBuilder paths = new StringBuilder();
        Map<String, JsonNode> fields = new TreeMap<>();
        node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        fields.forEach((name, value) ->
                paths.append(name).append('{').append(paths(value)).append('}'));
        if (node.isArray()) {
            node.forEach(element -> paths.append('[').append(paths(element)).append(']'));
        }
        return paths.toString();
    }
}
