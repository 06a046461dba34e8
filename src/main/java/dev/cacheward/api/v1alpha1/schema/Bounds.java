package dev.cacheward.api.v1alpha1.schema;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.Optional;

/**
 * Sets bounds where a schema has none, as in most of Kubernetes' own types. The API server estimates the cost of each rule for
 * the largest value that a schema admits, and no field should be able to fill its store.
 */
final class Bounds {
    private static final long CHARACTERS = 1024;
    private static final long ENTRIES = 64;

    private Bounds() {}

    /** Gives every string, list and map below this schema an upper bound. */
    static void complete(JSONSchemaProps schema) {
        boundString(schema);
        Optional.ofNullable(schema.getItems()).ifPresent(items -> {
            schema.setMaxItems(Optional.ofNullable(schema.getMaxItems()).orElse(ENTRIES));
            complete(items.getSchema());
        });
        Optional.ofNullable(schema.getAdditionalProperties()).ifPresent(values -> {
            schema.setMaxProperties(
                    Optional.ofNullable(schema.getMaxProperties()).orElse(ENTRIES));
            complete(values.getSchema());
        });
        Optional.ofNullable(schema.getProperties())
                .ifPresent(properties -> properties.values().forEach(Bounds::complete));
    }

    private static void boundString(JSONSchemaProps schema) {
        boolean text = "string".equals(schema.getType()) || Boolean.TRUE.equals(schema.getXKubernetesIntOrString());
        if (text && schema.getEnum().isEmpty() && schema.getMaxLength() == null) {
            schema.setMaxLength(CHARACTERS);
        }
    }
}
