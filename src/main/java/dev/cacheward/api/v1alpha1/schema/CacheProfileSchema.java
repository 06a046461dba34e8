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
        EntryRules.keyspaces(schema);
        SchemaAt.path(schema, "spec", "binding", "envPrefix")
                .valueRule(
                        "self.matches('^[A-Z][A-Z0-9_]{0,30}_$')",
                        "a prefix of variables: allowed are upper case letters, digits and '_', a letter first and '_' at the"
                                + " end (such as LIMITS_), at most 32 characters");
        RedisRules.complete(schema);
        ExternalRules.complete(schema);
        TlsRules.complete(schema);
        PersistenceRules.complete(schema);
        PodRules.complete(schema);
        AddressRules.complete(schema);
        SharedRules.complete(schema);
        return schema;
    }
}
