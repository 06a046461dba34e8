package dev.cacheward.api.v1alpha1.schema;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;

/**
 * Adds the rules for {@code spec.redis.managed.persistence}. The rules on changes apply only if the block is present before and
 * after, since there is no old value otherwise. The operator itself compares with a volume that was kept while the block was
 * absent or its mode was None.
 */
final class PersistenceRules {
    private static final String NOT_BOTH_KEPT =
            "!has(oldSelf.mode) || !has(self.mode) || oldSelf.mode == 'None' ||" + " self.mode == 'None' || ";

    private PersistenceRules() {}

    static void complete(JSONSchemaProps root) {
        Quantities.complete(SchemaAt.path(root, "spec", "redis", "managed", "persistence", "size"));
        NameRules.object(root, "spec", "redis", "managed", "persistence", "storageClassName");
        SchemaAt.path(root, "spec", "redis", "managed", "persistence")
                .rule(
                        "has(self.mode) || !(has(self.size) || has(self.storageClassName) || has(self.fsync))",
                        "spec.redis.managed.persistence needs mode: Snapshot or AppendOnly; without a mode nothing is kept")
                .comparison(
                        NOT_BOTH_KEPT + "!isQuantity(" + size("self") + ") || !isQuantity(" + size("oldSelf")
                                + ") || quantity(" + size("self") + ").compareTo(quantity(" + size("oldSelf")
                                + ")) >= 0",
                        "\"size must not shrink, from '\" + " + size("oldSelf") + " + \"' to '\" + " + size("self")
                                + " + \"': a volume can only grow\"")
                .comparison(
                        NOT_BOTH_KEPT + storageClass("self") + " == " + storageClass("oldSelf"),
                        "\"storageClassName must not change, from '\" + " + storageClass("oldSelf") + " + \"' to '\" + "
                                + storageClass("self") + " + \"': the volume is there already\"");
    }

    /** Returns the size, or the default if there is none: a change from or to the default counts, too. */
    private static String size(String spec) {
        return "(has(" + spec + ".size) ? string(" + spec + ".size) : '1Gi')";
    }

    private static String storageClass(String spec) {
        return "(has(" + spec + ".storageClassName) ? " + spec + ".storageClassName : '')";
    }
}
