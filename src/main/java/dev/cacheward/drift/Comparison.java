package dev.cacheward.drift;

import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Finds the fields in which a live object differs from a desired one.
 *
 * @param secret whether the values below {@code data} must not be shown
 */
record Comparison(boolean secret) {
    /** A list under this name must be equal as a whole, since nobody has a reason to add a port or to change one. */
    private static final String WHOLE = "ports";

    List<Difference> of(JsonNode desired, JsonNode live) {
        return fields(new Place("", false, secret), desired, live).toList();
    }

    /**
     * Where in an object a value stands.
     *
     * @param quantities whether the values are quantities
     * @param hidden whether they are secret, or become so below {@code data}
     */
    private record Place(String path, boolean quantities, boolean hidden) {
        Place field(String name) {
            String step = name.matches("[A-Za-z0-9_-]+") ? (path.isEmpty() ? "" : ".") + name : "[" + name + "]";
            return new Place(path + step, quantities || isQuantityMap(name), hidden);
        }

        Place element(String key) {
            return new Place(path + "[" + key + "]", quantities, hidden);
        }

        Difference difference(JsonNode desired, JsonNode live) {
            Optional<JsonNode> found = Optional.ofNullable(live).filter(node -> !node.isNull());
            return Difference.of(path, desired, found, hidden && path.startsWith("data"));
        }

        /** Whether this is a quantity or a map of them, of which the API server stores {@code 1024Mi} as {@code 1Gi}. */
        private static boolean isQuantityMap(String field) {
            return field.equals("requests") || field.equals("limits") || field.equals("sizeLimit");
        }
    }

    private static Stream<Difference> compare(Place place, JsonNode desired, JsonNode live) {
        if (desired.isObject()) {
            return live != null && live.isObject()
                    ? fields(place, desired, live)
                    : Stream.of(place.difference(desired, live));
        }
        if (desired.isArray()) {
            return elements(place, desired, live);
        }
        return live != null && sameValue(place, desired.asString(""), live.asString(""))
                ? Stream.empty()
                : Stream.of(place.difference(desired, live));
    }

    private static boolean sameValue(Place place, String desired, String live) {
        return desired.equals(live) || place.quantities() && sameQuantity(desired, live);
    }

    private static Stream<Difference> fields(Place place, JsonNode desired, JsonNode live) {
        return desired.properties().stream().flatMap(field -> {
            JsonNode found = live.get(field.getKey());
            boolean nothing = field.getValue().isContainer() && field.getValue().isEmpty();
            if (nothing && found == null) {
                return Stream.empty();
            }
            Place at = place.field(field.getKey());
            return field.getKey().equals(WHOLE) && found != null
                    ? inOrder(at, field.getValue(), found)
                    : compare(at, field.getValue(), found);
        });
    }

    private static Stream<Difference> elements(Place place, JsonNode desired, JsonNode live) {
        if (live == null || !live.isArray()) {
            return Stream.of(place.difference(desired, live));
        }
        return key(desired).map(key -> byKey(place, desired, live, key)).orElseGet(() -> inOrder(place, desired, live));
    }

    /**
     * Compares lists that server-side apply merges by a key: containers, volumes, environment variables and owners. An apply of
     * ours does not remove what others have added, for example an admission webhook, so additions must not cause one again and
     * again.
     */
    private static Stream<Difference> byKey(Place place, JsonNode desired, JsonNode live, String key) {
        return stream(desired).flatMap(wanted -> {
            Place at = place.element(wanted.get(key).asString(""));
            List<JsonNode> same = stream(live)
                    .filter(found -> wanted.get(key).equals(found.get(key)))
                    .toList();
            boolean holds = same.stream()
                    .anyMatch(found -> compare(at, wanted, found).findAny().isEmpty());
            return holds ? Stream.empty() : compare(at, wanted, same.isEmpty() ? null : same.get(0));
        });
    }

    private static Stream<Difference> inOrder(Place place, JsonNode desired, JsonNode live) {
        if (live.size() != desired.size()) {
            return Stream.of(place.difference(desired, live));
        }
        return IntStream.range(0, desired.size())
                .boxed()
                .flatMap(i -> compare(place.element(String.valueOf(i)), desired.get(i), live.get(i)));
    }

    /** Returns the field that identifies an element; empty for a list that is compared as one value. */
    private static Optional<String> key(JsonNode desired) {
        return Stream.of("name", "uid")
                .filter(key -> !desired.isEmpty() && stream(desired).allMatch(element -> element.has(key)))
                .reduce((name, uid) -> uid);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
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
}
