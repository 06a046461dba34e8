package dev.cacheward.kubernetes;

import dev.cacheward.validation.Fingerprint;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares a live object with the desired one, so that nothing is written if they agree. Every desired field must exist with
 * its value; extra fields are no drift, since the API server adds defaults and others add labels. The set of desired fields
 * must also be the one that was applied last, or else a field that is no longer desired would stay. For this an annotation
 * holds a hash over the paths of the applied fields; it covers only paths, so that no value of a Secret goes into it.
 */
public final class Drift {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** A list under this name must be equal as a whole, since nobody has a reason to add a port or to change one. */
    private static final String WHOLE = "ports";

    private Drift() {}

    /** Adds the annotation to a desired object; returns the same object. */
    public static <T extends HasMetadata> T stamp(T desired) {
        Map<String, String> annotations = new TreeMap<>();
        if (desired.getMetadata().getAnnotations() != null) {
            annotations.putAll(desired.getMetadata().getAnnotations());
        }
        annotations.put(Labels.APPLIED_FIELDS, "");
        desired.getMetadata().setAnnotations(annotations);
        annotations.put(Labels.APPLIED_FIELDS, Fingerprint.of(paths(JSON.valueToTree(desired))));
        return desired;
    }

    /** Whether {@code live} has to be written. {@code desired} must be stamped. */
    public static boolean exists(HasMetadata desired, HasMetadata live) {
        return !holds(JSON.valueToTree(desired), JSON.valueToTree(live), false);
    }

    private static boolean holds(JsonNode desired, JsonNode live, boolean quantities) {
        if (desired.isObject()) {
            return holdsFields(desired, live, quantities);
        }
        if (desired.isArray()) {
            return holdsElements(desired, live, quantities);
        }
        return live != null
                && (desired.asString("").equals(live.asString(""))
                        || quantities && sameQuantity(desired.asString(""), live.asString("")));
    }

    private static boolean holdsFields(JsonNode desired, JsonNode live, boolean quantities) {
        return desired.properties().stream().allMatch(field -> {
            JsonNode found = live == null ? null : live.get(field.getKey());
            boolean nothing = field.getValue().isContainer() && field.getValue().isEmpty();
            boolean whole = field.getKey().equals(WHOLE) && found != null;
            return nothing && found == null
                    || whole && holdsInOrder(field.getValue(), found, quantities)
                    || !whole && holds(field.getValue(), found, quantities || isQuantityMap(field.getKey()));
        });
    }

    private static boolean holdsElements(JsonNode desired, JsonNode live, boolean quantities) {
        if (live == null || !live.isArray()) {
            return false;
        }
        return key(desired)
                .map(key -> holdsByKey(desired, live, key, quantities))
                .orElseGet(() -> holdsInOrder(desired, live, quantities));
    }

    /**
     * Compares lists that server-side apply merges by a key: containers, volumes, environment variables and owners. An apply of
     * ours does not remove what others have added, for example an admission webhook, so additions must not cause one again and
     * again.
     */
    private static boolean holdsByKey(JsonNode desired, JsonNode live, String key, boolean quantities) {
        return elements(desired)
                .allMatch(wanted -> elements(live)
                        .filter(found -> wanted.get(key).equals(found.get(key)))
                        .anyMatch(found -> holds(wanted, found, quantities)));
    }

    private static boolean holdsInOrder(JsonNode desired, JsonNode live, boolean quantities) {
        return live.size() == desired.size()
                && IntStream.range(0, desired.size()).allMatch(i -> holds(desired.get(i), live.get(i), quantities));
    }

    /** Returns the field that identifies an element; empty for a list that is compared as one value. */
    private static Optional<String> key(JsonNode desired) {
        return Stream.of("name", "uid")
                .filter(key -> !desired.isEmpty() && elements(desired).allMatch(element -> element.has(key)))
                .reduce((name, uid) -> uid);
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** Whether this field is a quantity or a map of them, of which the API server stores {@code 1024Mi} as {@code 1Gi}. */
    private static boolean isQuantityMap(String field) {
        return field.equals("requests") || field.equals("limits") || field.equals("sizeLimit");
    }

    private static boolean sameQuantity(String one, String other) {
        try {
            return Quantity.getAmountInBytes(new Quantity(one))
                            .compareTo(Quantity.getAmountInBytes(new Quantity(other)))
                    == 0;
        } catch (IllegalArgumentException notAQuantity) {
            return false;
        }
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
