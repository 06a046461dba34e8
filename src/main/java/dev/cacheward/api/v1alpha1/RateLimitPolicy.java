package dev.cacheward.api.v1alpha1;

import dev.cacheward.api.v1alpha1.schema.RateLimitPolicySchema;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** The rate limits that an application reads; a {@link CacheProfile} in the same namespace holds their counters. */
@Group("cacheward.dev")
@Version("v1alpha1")
@Plural("ratelimitpolicies")
@ShortNames("rlpol")
@Categories("cacheward")
@ValidationRule(value = ApiNames.NAME_RULE, message = ApiNames.NAME_MESSAGE)
@AdditionalPrinterColumn(name = "Ready", jsonPath = ".status.conditions[?(@.type==\"Ready\")].status")
@AdditionalPrinterColumn(name = "Profile", jsonPath = ".spec.profileRef.name")
@AdditionalPrinterColumn(name = "Keys", jsonPath = ".status.keyCount", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "Reason", jsonPath = ".status.conditions[?(@.type==\"Ready\")].reason")
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
@AdditionalPrinterColumn(name = "Mode", jsonPath = ".spec.mode", priority = 1)
@AdditionalPrinterColumn(
        name = "Eviction-Safe",
        jsonPath = ".status.conditions[?(@.type==\"EvictionSafe\")].status",
        priority = 1)
@AdditionalPrinterColumn(name = "ConfigMaps", jsonPath = ".status.delivered[*].target", priority = 1)
@AdditionalPrinterColumn(name = "Message", jsonPath = ".status.conditions[?(@.type==\"Ready\")].message", priority = 1)
@SchemaCustomizer(RateLimitPolicySchema.class)
public class RateLimitPolicy extends CustomResource<RateLimitPolicySpec, RateLimitPolicyStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    @Override
    @Required
    public RateLimitPolicySpec getSpec() {
        return super.getSpec();
    }

    @Override
    @Default(ApiNames.NEW_STATUS)
    public RateLimitPolicyStatus getStatus() {
        return super.getStatus();
    }
}
