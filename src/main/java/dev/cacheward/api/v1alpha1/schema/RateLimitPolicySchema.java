package dev.cacheward.api.v1alpha1.schema;

import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** Completes the schema of {@link dev.cacheward.api.v1alpha1.RateLimitPolicy}. */
public final class RateLimitPolicySchema implements SchemaCustomizer.Customizer {
    @Override
    public JSONSchemaProps apply(JSONSchemaProps schema, String input, KubernetesSerialization serialization) {
        schema.setDescription(
                "The rate limits that an application reads; a CacheProfile in the same namespace holds their counters.");
        EntryRules.limits(schema);
        NameRules.object(schema, "spec", "profileRef", "name");
        SharedRules.complete(schema);
        return schema;
    }
}
