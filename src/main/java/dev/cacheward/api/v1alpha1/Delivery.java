package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

/**
 * @param configMap the ConfigMap that receives the keys
 * @param format null means Env
 */
public record Delivery(
        @JsonPropertyDescription("The ConfigMap that receives the keys.") @Required
        ConfigMapTarget configMap,

        @JsonPropertyDescription(
                "Env: one key for each value (CACHE_TTL_USERS=60). EnvJson: one key for all of them, as a "
                        + "JSON object (CACHE_TTL={\"users\":60}). Default: Env.")
        DeliveryFormat format) {}
