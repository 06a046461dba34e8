package dev.cacheward.api.v1alpha1;

import dev.cacheward.api.v1alpha1.schema.CacheProfileSchema;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** What an application needs of its cache: a Redis, its connection, and the TTLs that the application reads. */
@Group("cacheward.dev")
@Version("v1alpha1")
@ShortNames("cacheprof")
@Categories("cacheward")
@ValidationRule(value = ApiNames.NAME_RULE, message = ApiNames.NAME_MESSAGE)
@AdditionalPrinterColumn(name = "Ready", jsonPath = ".status.conditions[?(@.type==\"Ready\")].status")
@AdditionalPrinterColumn(name = "Redis", jsonPath = ".status.redis.endpoint")
@AdditionalPrinterColumn(name = "Keys", jsonPath = ".status.keyCount", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "Reason", jsonPath = ".status.conditions[?(@.type==\"Ready\")].reason")
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
@AdditionalPrinterColumn(name = "Version", jsonPath = ".status.redis.version", priority = 1)
@AdditionalPrinterColumn(name = "Eviction", jsonPath = ".status.redis.evictionPolicy", priority = 1)
@AdditionalPrinterColumn(name = "Volume", jsonPath = ".status.redis.volumeCapacity", priority = 1)
@AdditionalPrinterColumn(name = "Secret", jsonPath = ".status.binding.name", priority = 1)
@AdditionalPrinterColumn(name = "Message", jsonPath = ".status.conditions[?(@.type==\"Ready\")].message", priority = 1)
@SchemaCustomizer(CacheProfileSchema.class)
public class CacheProfile extends CustomResource<CacheProfileSpec, CacheProfileStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    @Override
    @Required
    public CacheProfileSpec getSpec() {
        return super.getSpec();
    }

    @Override
    @Default(ApiNames.NEW_STATUS)
    public CacheProfileStatus getStatus() {
        return super.getStatus();
    }
}
