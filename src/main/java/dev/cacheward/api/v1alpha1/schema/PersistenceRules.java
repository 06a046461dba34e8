package dev.cacheward.api.v1alpha1.schema;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;

/**
 * Adds the rules for {@code spec.redis.managed.persistence}. The rules on changes apply only if the block is present before and
 * after, since there is no old value otherwise. The operator itself compares with a volume that was kept while the block was
 * absent or its mode was None.
 */
final class PersistenceRules {
    private static final String BLOCK = ".spec.redis.managed.persistence";
    private static final String CAPACITY = "self.status.redis.volumeCapacity";

    private PersistenceRules() {}

    static void complete(JSONSchemaProps root) {
        Quantities.complete(SchemaAt.path(root, "spec", "redis", "managed", "persistence", "size"));
        NameRules.object(root, "spec", "redis", "managed", "persistence", "storageClassName");
        SchemaAt.path(root, "spec", "redis", "managed", "persistence")
                .rule(
                        "has(self.mode) || !(has(self.size) || has(self.storageClassName) || has(self.fsync))",
                        "spec.redis.managed.persistence needs mode: Snapshot or AppendOnly; without a mode nothing is kept")
                .comparison(
                        notBothKept("self", "oldSelf") + " || " + storageClass("self") + " == "
                                + storageClass("oldSelf"),
                        "\"storageClassName must not change, from '\" + " + storageClass("oldSelf") + " + \"' to '\" + "
                                + storageClass("self") + " + \"': the volume is there already\"");
        size(root);
    }

    /**
     * Refuses a size that is lowered below what the volume has. A growth that failed may be taken back, so the old size alone
     * says nothing. A volume that others made larger than the spec refuses no other edit.
     */
    private static void size(JSONSchemaProps root) {
        String now = size("self" + BLOCK);
        String before = size("oldSelf" + BLOCK);
        SchemaAt.path(root)
                .comparison(
                        String.join(
                                " || ",
                                "!has(self.status) || !has(self.status.redis) || !has(" + CAPACITY + ")",
                                missing("self"),
                                missing("oldSelf"),
                                notBothKept("self" + BLOCK, "oldSelf" + BLOCK),
                                "!isQuantity(" + now + ") || !isQuantity(" + before + ") || !isQuantity(" + CAPACITY
                                        + ")",
                                "quantity(" + now + ").compareTo(quantity(" + before + ")) >= 0",
                                "quantity(" + now + ").compareTo(quantity(" + CAPACITY + ")) >= 0"),
                        "\"spec.redis.managed.persistence.size must not shrink from '\" + " + before
                                + " + \"' to '\" + " + now + " + \"': the volume has \" + " + CAPACITY
                                + " + \", and a volume can only grow\"");
    }

    private static String missing(String resource) {
        return "!has(" + resource + ".spec.redis) || !has(" + resource + ".spec.redis.managed) || !has(" + resource
                + BLOCK + ")";
    }

    private static String notBothKept(String now, String before) {
        return "!has(" + before + ".mode) || !has(" + now + ".mode) || " + before + ".mode == 'None' || " + now
                + ".mode == 'None'";
    }

    /** Returns the size, or the default if there is none: a change from or to the default counts, too. */
    private static String size(String spec) {
        return "(has(" + spec + ".size) ? string(" + spec + ".size) : '1Gi')";
    }

    private static String storageClass(String spec) {
        return "(has(" + spec + ".storageClassName) ? " + spec + ".storageClassName : '')";
    }
}
