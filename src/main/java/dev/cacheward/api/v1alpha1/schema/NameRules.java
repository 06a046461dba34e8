package dev.cacheward.api.v1alpha1.schema;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;

/** What Kubernetes takes as the name of an object, a key or a label, said in words instead of a pattern. */
final class NameRules {
    private static final String OBJECT =
            "self.matches('^[a-z0-9]([-a-z0-9]*[a-z0-9])?([.][a-z0-9]([-a-z0-9]*[a-z0-9])?)*$')";
    private static final String OBJECT_NAME =
            "the name of an object: allowed are lower case letters, digits, '-' and '.', a letter or digit at both ends";

    /**
     * As long as Kubernetes lets the name of a label be: a domain of 253, a slash, and 63. Of a resource with one of more than 50000
     * the operator could read nothing.
     */
    private static final String SHORT = "size(name) <= 317";

    private static final String LABEL = "self.all(name, " + SHORT
            + " && name.matches('^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$'))";

    private static final String VALUE = "self.matches('^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$')";

    private NameRules() {}

    /** A value that names an object of Kubernetes. */
    static void object(JSONSchemaProps root, String... path) {
        SchemaAt.path(root, path).valueRule(OBJECT, OBJECT_NAME);
    }

    /** A value that names a key of a Secret or ConfigMap. */
    static void key(JSONSchemaProps root, String... path) {
        SchemaAt.path(root, path)
                .valueRule("self.matches('^[-._a-zA-Z0-9]+$')", "a key: allowed are letters, digits, '-', '_' and '.'");
    }

    /** A map whose names are those of labels or annotations. */
    static void labels(SchemaAt map, String field) {
        map.rule(
                LABEL,
                "each name in " + field
                        + " must be at most 63 letters, digits, '-', '_' and '.', a letter or digit at both ends,"
                        + " with a domain and '/' before it or not");
    }

    /** A map whose names Kubernetes judges later; here they are only to be short enough to be read. */
    static void shortNames(SchemaAt map, String field) {
        map.rule("self.all(name, " + SHORT + ")", "each name in " + field + " must have at most 317 characters");
    }

    /** A map value that is a label's. */
    static void labelValue(SchemaAt value) {
        value.valueRule(
                VALUE,
                "the value of a label: allowed are letters, digits, '-', '_' and '.', a letter or digit at"
                        + " both ends");
    }
}
