package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.Map;

/**
 * Where the limits of a policy go.
 *
 * @param configMap the ConfigMap that receives the keys
 * @param format null means Env
 * @param preset null means that the format counts
 * @param key null means the format's default
 * @param prefix null means none
 * @param template null means the format's default
 * @param names null means none
 */
public record LimitDelivery(
        @JsonPropertyDescription("The ConfigMap that receives the keys.") @Required
        ConfigMapTarget configMap,

        @JsonPropertyDescription(
                "Env: one key for each value (RATE_LIMIT_QUERY=20/minute). EnvJson: one key for all of "
                        + "them, as a JSON object (RATE_LIMITS={\"query\":\"20/minute\"}). DotEnv, Json, Yaml, Toml, Properties, "
                        + "Python: one key with a whole text, to be mounted as a file. Default: Env.")
        DeliveryFormat format,

        @JsonPropertyDescription(
                "The rate limiter that reads the values, such as FlaskLimiter, in the place of format: it sets keys, "
                        + "names and form. Only key can be chosen, where it writes a file. Default: none.")
        LimitPreset preset,

        @JsonPropertyDescription(
                "Name of the key that holds the text of a file format, such as settings.toml. Default: "
                        + "limits with the extension of the format (limits.env, limits.json, limits.yaml, limits.toml, "
                        + "limits.properties, limits_settings.py).")
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
                + "Properties. Default: RATE_LIMIT_{NAME}; rate_limit.limits.{name} in Json, Yaml, Toml, Properties.")
        @Size(min = 1, max = 128)
        String template,

        @JsonPropertyDescription("Single entries that the application calls otherwise: the entry's name to the whole "
                + "name, without prefix and template. Default: none.")
        @Size(max = 128)
        Map<String, @Size(min = 1, max = 253) String> names)
        implements Delivery {}
