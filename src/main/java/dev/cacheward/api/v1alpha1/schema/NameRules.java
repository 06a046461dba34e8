package dev.cacheward.api.v1alpha1.schema;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;

/** Adds the rules of Kubernetes for the names of objects, keys and labels, with messages in words instead of patterns. */
final class NameRules {
    private static final String OBJECT =
            "self.matches('^[a-z0-9]([-a-z0-9]*[a-z0-9])?([.][a-z0-9]([-a-z0-9]*[a-z0-9])?)*$')";
    private static final String OBJECT_NAME =
            "the name of an object: allowed are lower case letters, digits, '-' and '.', a letter or digit at both ends";

    /**
     * Kubernetes allows this length for the name of a label: a domain of 253 characters, a slash, and 63 more. The operator
     * could not read a resource with a name of more than 50000.
     */
    private static final String SHORT = "size(name) <= 317";

    private static final String LABEL = SHORT
            + " && name.matches('^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$')";

    private static final String VALUE = "self.matches('^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$')";

    private NameRules() {}

    /** Restricts a value to the name of an object. */
    static void object(JSONSchemaProps root, String... path) {
        SchemaAt.path(root, path).valueRule(OBJECT, OBJECT_NAME);
    }

    /** Restricts a value to a key of a Secret or ConfigMap. */
    static void key(JSONSchemaProps root, String... path) {
        SchemaAt.path(root, path)
                .valueRule("self.matches('^[-._a-zA-Z0-9]+$')", "a key: allowed are letters, digits, '-', '_' and '.'");
    }

    /** Restricts the names in a map to those of labels or annotations. */
    static void labels(SchemaAt map, String field) {
        map.names(
                LABEL,
                "is not a name in " + field
                        + ": allowed are at most 63 letters, digits, '-', '_' and '.', a letter or digit"
                        + " at both ends, with a domain and '/' before it or not");
    }

    /** Restricts only the length of the names in a map; Kubernetes checks the rest later. */
    static void shortNames(SchemaAt map, String field) {
        map.rule("self.all(name, " + SHORT + ")", "each name in " + field + " must have at most 317 characters");
    }

    /** Restricts a value to that of a label. */
    static void labelValue(SchemaAt value) {
        value.valueRule(
                VALUE,
                "the value of a label: allowed are letters, digits, '-', '_' and '.', a letter or digit at"
                        + " both ends");
    }
}
