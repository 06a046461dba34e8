package dev.cacheward.api.v1alpha1.schema;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.List;

/**
 * Adds the rules for {@code spec.redis.managed}. Only the operator has the catalogues of parameters and commands, and checks
 * these itself.
 */
final class RedisRules {
    private static final String PERCENTAGE = "self.matches('^[1-9][0-9]?%$')";

    /**
     * Returns the memory limit. Without {@code resources} that is the default; otherwise {@code resources} replaces the default
     * as a whole. An entry is text or a number: {@code dyn} keeps CEL's type checker from taking it for text only.
     */
    private static final String MEMORY_LIMIT =
            "(has(self.resources) ? (has(self.resources.limits) && 'memory' in self.resources.limits ?"
                    + " string(dyn(self.resources.limits['memory'])) : '') : '256Mi')";

    private RedisRules() {}

    static void complete(JSONSchemaProps root) {
        SchemaAt.path(root, "spec", "redis", "managed", "image")
                .valueRule("self.matches('^[!-~]+$')", "an image: allowed are printable characters without blanks");
        SchemaAt.path(root, "spec", "redis", "managed", "bind")
                .set()
                .rule(
                        "self.exists(address, address == 'PodIP' || address == 'All')",
                        "spec.redis.managed.bind must contain PodIP or All: applications connect to the pod's address");
        SchemaAt.path(root, "spec", "redis", "managed", "disabledCommands").set();
        NameRules.object(root, "spec", "redis", "managed", "auth", "passwordFrom", "name");
        NameRules.key(root, "spec", "redis", "managed", "auth", "passwordFrom", "key");
        allowedCommands(root);
        gracePeriod(root);
        config(root);
        memory(root);
        resources(root);
    }

    private static void allowedCommands(JSONSchemaProps root) {
        SchemaAt.path(root, "spec", "redis", "managed", "auth", "allowedCommands")
                .set();
        SchemaAt.path(root, "spec", "redis", "managed", "auth", "allowedCommands", SchemaAt.ITEMS)
                .valueRule(
                        "self.matches('^[A-Za-z][A-Za-z0-9_-]*([|][A-Za-z][A-Za-z0-9_-]*)?$')",
                        "a command: allowed is a name such as SORT, or with a sub-command such as" + " CLIENT|LIST");
    }

    private static void gracePeriod(JSONSchemaProps root) {
        SchemaAt.path(root, "spec", "redis", "managed", "auth", "rotationGracePeriod")
                .orNumber()
                .valueRule(
                        "type(self) == string && self.matches('^([0-9]{1,9}d)?([0-9]{1,9}h)?([0-9]{1,9}m)?([0-9]{1,9}s)?$')",
                        "a grace period: allowed is a duration of d, h, m and s, each at most once and in that order,"
                                + " from 0s to 7d (such as 10m)");
    }

    private static void config(JSONSchemaProps root) {
        SchemaAt.path(root, "spec", "redis", "managed", "config")
                .names(
                        "name.matches('^[A-Za-z][A-Za-z0-9._-]{0,63}$')",
                        "is not the name of a parameter of redis.conf: allowed are at most 64 letters, digits, '-', '_' and"
                                + " '.', a letter first");
        SchemaAt.path(root, "spec", "redis", "managed", "config", SchemaAt.VALUES)
                .orNumber()
                .rule(
                        "string(self).matches('^[^\\\\x00-\\\\x1f\\\\x7f]*$')",
                        "a value in spec.redis.managed.config must be one line without control characters");
    }

    private static void memory(JSONSchemaProps root) {
        SchemaAt.path(root, "spec", "redis", "managed", "maxMemory")
                .orNumber()
                .valueRule(
                        "(type(self) == string && " + PERCENTAGE + ") || (" + Quantities.POSITIVE + ")",
                        "an amount of memory: allowed is a quantity above 0 (such as 192Mi), or"
                                + " 1% to 99% of the memory limit");
        SchemaAt.path(root, "spec", "redis", "managed")
                .rule(
                        MEMORY_LIMIT + " != '' || (has(self.maxMemory) && !string(self.maxMemory).endsWith('%'))",
                        "spec.redis.managed.resources has no memory limit, and maxMemory (default 75%) is a percentage of it:"
                                + " set resources.limits.memory, or maxMemory to a quantity (such as 192Mi)")
                .comparison(
                        "!has(self.maxMemory) || !isQuantity(string(self.maxMemory)) || !isQuantity(" + MEMORY_LIMIT
                                + ") || quantity(string(self.maxMemory)).compareTo(quantity(" + MEMORY_LIMIT
                                + ")) <= 0",
                        "\"maxMemory '\" + string(self.maxMemory) + \"' is above the memory limit '\" + " + MEMORY_LIMIT
                                + " + \"': Redis would be killed before it evicts; lower it, or raise resources.limits.memory\"");
    }

    private static void resources(JSONSchemaProps root) {
        for (String part : List.of("requests", "limits")) {
            NameRules.shortNames(
                    SchemaAt.path(root, "spec", "redis", "managed", "resources", part),
                    "spec.redis.managed.resources." + part);
            Quantities.complete(SchemaAt.path(root, "spec", "redis", "managed", "resources", part, SchemaAt.VALUES));
        }
        SchemaAt.path(root, "spec", "redis", "managed", "resources")
                .rule(
                        "!has(self.requests) || !has(self.limits) || self.requests.all(name, !(name in self.limits) ||"
                                + " !isQuantity(string(dyn(self.requests[name]))) || !isQuantity(string(dyn(self.limits[name]))) ||"
                                + " quantity(string(dyn(self.requests[name]))).compareTo(quantity(string(dyn(self.limits[name])))) <= 0)",
                        "a request in spec.redis.managed.resources must not be above the limit of the same name");
    }
}
