package dev.cacheward.api.v1alpha1.schema;

import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** Completes the schema of {@link dev.cacheward.api.v1alpha1.CacheProfile}. */
public final class CacheProfileSchema implements SchemaCustomizer.Customizer {
    @Override
    public JSONSchemaProps apply(JSONSchemaProps schema, String input, KubernetesSerialization serialization) {
        schema.setDescription(
                "What an application needs of its cache: a Redis, its connection, and the TTLs that the application reads.");
        EntryRules.ttls(schema);
        RedisRules.complete(schema);
        PersistenceRules.complete(schema);
        PodRules.complete(schema);
        AddressRules.complete(schema);
        SharedRules.complete(schema);
        return schema;
    }
}
