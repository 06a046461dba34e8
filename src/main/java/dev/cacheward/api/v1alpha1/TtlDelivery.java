package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.Map;

/**
 * Where the TTLs of a profile go.
 *
 * @param configMap the ConfigMap that receives the keys
 * @param format null means Env
 * @param preset null means that the format counts
 * @param key null means the format's default
 * @param prefix null means none
 * @param template null means the format's default
 * @param names null means none
 */
public record TtlDelivery(
        @JsonPropertyDescription("The ConfigMap that receives the keys.") @Required
        ConfigMapTarget configMap,

        @JsonPropertyDescription(
                "Env: one key for each value (CACHE_TTL_USERS=60). EnvJson: one key for all of them, as a "
                        + "JSON object (CACHE_TTL={\"users\":60}). DotEnv, Json, Yaml, Toml, Properties, Python: one key with a "
                        + "whole text, to be mounted as a file. Default: Env.")
        DeliveryFormat format,

        @JsonPropertyDescription(
                "The cache that reads the values, such as FlaskCaching, in the place of format: it sets keys, "
                        + "names and form. Only key can be chosen, where it writes a file. Default: none.")
        CachePreset preset,

        @JsonPropertyDescription(
                "Name of the key that holds the text of a file format, such as settings.toml. Default: "
                        + "cache with the extension of the format (cache.env, cache.json, cache.yaml, cache.toml, "
                        + "cache.properties, cache_settings.py).")
        @Size(min = 1, max = 253)
        @Pattern("^([-_a-zA-Z0-9]|[.][-_a-zA-Z0-9])[-._a-zA-Z0-9]*$")
        String key,

        @JsonPropertyDescription(
                "What stands before every name that the application reads, such as SHOP_. Default: " + "nothing.")
        @Size(min = 1, max = 64)
        @Pattern("^[A-Za-z_][A-Za-z0-9_.-]*$")
        String prefix,

        @JsonPropertyDescription("How the application calls an entry: a name with one of {NAME} (USERS_LIST), {name} "
                + "(users_list), {kebab} (users-list), {camel} (usersList). A dot makes a level in Json, Yaml, Toml and "
                + "Properties. Default: CACHE_TTL_{NAME}; cache.ttl.{name} in Json, Yaml, Toml, Properties.")
        @Size(min = 1, max = 128)
        String template,

        @JsonPropertyDescription("Single entries that the application calls otherwise: the entry's name to the whole "
                + "name, without prefix and template. Default: none.")
        @Size(max = 128)
        Map<String, @Size(min = 1, max = 253) String> names)
        implements Delivery {}
