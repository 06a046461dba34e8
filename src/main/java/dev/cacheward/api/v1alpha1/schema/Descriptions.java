package dev.cacheward.api.v1alpha1.schema;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.Optional;

/** Gives a sentence to each field without one, so that {@code kubectl explain} has one: Kubernetes' own types come without any. */
final class Descriptions {
    private Descriptions() {}

    static void complete(JSONSchemaProps schema) {
        Optional.ofNullable(schema.getProperties())
                .ifPresent(properties -> properties.forEach((name, field) -> {
                    if (field.getDescription() == null) {
                        field.setDescription("As " + name + " in Kubernetes' own types.");
                    }
                    complete(field);
                }));
        Optional.ofNullable(schema.getItems()).ifPresent(items -> complete(items.getSchema()));
        Optional.ofNullable(schema.getAdditionalProperties()).ifPresent(values -> complete(values.getSchema()));
    }
}
