package dev.cacheward.api.v1alpha1.schema;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;

/** Adds the rules that both kinds share: for targets, workloads to restart and the status, and bounds everywhere. */
final class SharedRules {
    private SharedRules() {}

    /** Adds the shared rules. Call this last, since it sets a bound wherever there is none yet. */
    static void complete(JSONSchemaProps root) {
        describe(root, "spec", "What the author wants; the operator never changes it.");
        describe(
                root,
                "status",
                "What the operator found and did. It holds no number that changes by itself, such as used memory.");
        NameRules.object(root, "spec", "delivery", SchemaAt.ITEMS, "configMap", "name");
        SchemaAt.path(root, "spec", "delivery")
                .rule(
                        "self.all(a, self.all(b, a.configMap.name != b.configMap.name || " + mode("a") + " == "
                                + mode("b") + "))",
                        "spec.delivery names one ConfigMap with mode Own and with mode Merge; a ConfigMap has one of them");
        SchemaAt.path(root, "spec", "delivery", SchemaAt.ITEMS)
                .rule(
                        "!has(self.format) || !has(self.preset)",
                        "format and preset cannot stand together: a preset has a format of its own");
        SchemaAt.path(root, "spec", "delivery", SchemaAt.ITEMS, "names")
                .names("size(name) <= 63", "cannot be the name of an entry: it has more than 63 characters");
        NameRules.object(root, "spec", "restart", SchemaAt.ITEMS, "name");
        SchemaAt.path(root, "spec", "restart").mapBy("kind", "name");
        SchemaAt.path(root, "status", "conditions").mapBy("type");
        Descriptions.complete(root);
        Bounds.complete(root);
    }

    private static void describe(JSONSchemaProps root, String part, String sentence) {
        SchemaAt.path(root, part).schema().setDescription(sentence);
    }

    private static String mode(String item) {
        return "(has(" + item + ".configMap.mode) ? " + item + ".configMap.mode : 'Own')";
    }
}
