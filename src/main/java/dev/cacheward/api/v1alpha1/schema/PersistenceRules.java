package dev.cacheward.api.v1alpha1.schema;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;

/**
 * The rules for {@code spec.redis.managed.persistence}. Those on changes are asked only when the block is there before and after,
 * and that is enough: without it there is no volume. Where a mode None lies between, the operator compares with the live claim.
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

    /** With the default: a size that is left out is one, too. */
    private static String size(String spec) {
        return "(has(" + spec + ".size) ? string(" + spec + ".size) : '1Gi')";
    }

    private static String storageClass(String spec) {
        return "(has(" + spec + ".storageClassName) ? " + spec + ".storageClassName : '')";
    }
}
