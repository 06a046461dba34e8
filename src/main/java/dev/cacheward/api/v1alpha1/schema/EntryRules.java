package dev.cacheward.api.v1alpha1.schema;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;

/**
 * Adds the rules for the names and values of TTLs and limits, as far as CEL can say them within the API server's cost budget.
 */
final class EntryRules {
    /** The operator checks the bounds, 1s to 365d. */
    private static final String TTL = "type(self) == string && (self == 'Never' || self == 'Disabled' || (self != '' &&"
            + " self.matches('^([0-9]{1,9}d)?([0-9]{1,9}h)?([0-9]{1,9}m)?([0-9]{1,9}s)?$')))";

    /** Words that people write for the two that are no durations are not taken for a tier. */
    private static final String TTL_OR_TIER =
            TTL + " || (type(self) == string && self.matches('^[a-z][a-z0-9_]{0,30}$') &&"
                    + " !(self in ['never', 'none', 'forever', 'infinite', 'disabled', 'disable', 'off', 'false']))";

    private static final String TTL_MESSAGE =
            "a TTL: allowed is a duration of d, h, m and s, each at most once and in that"
                    + " order, from 1s to 365d (such as 60s, 5m, 1h30m or 1d), or Never (no expiry), or Disabled (do not cache)";

    private static final String TTL_OR_TIER_MESSAGE = TTL_MESSAGE + ", or the name of a tier in spec.tiers";

    private static final String RATE = "\\\\s*[0-9]{1,9}(/| +per +([0-9]{1,9} +)?)(second|minute|hour|day)s?\\\\s*";

    /**
     * A rate can hold two numbers, so "at least 1" needs a pattern of its own. The operator checks the order of the windows.
     */
    private static final String LIMIT = "type(self) == string && self.matches('^" + RATE + "(;" + RATE
            + "){0,3}$') && !self.matches('(^|[^0-9])0+([^0-9]|$)')";

    private static final String LIMIT_MESSAGE =
            "a rate limit: allowed are one to four rates joined by ';', shortest window first;"
                    + " a rate is N/unit, 'N per unit' or 'N per M unit' with unit second, minute, hour or day, and N and M whole"
                    + " numbers from 1 to 999999999 (such as 20/minute; 300/hour)";

    private static final String NAME = "self.all(name, name.matches('^[a-z][a-z0-9_]{0,62}$'))";

    private EntryRules() {}

    static void ttls(JSONSchemaProps root) {
        names(SchemaAt.path(root, "spec", "ttls"), "spec.ttls");
        SchemaAt.path(root, "spec", "ttls", SchemaAt.VALUES).orNumber().valueRule(TTL_OR_TIER, TTL_OR_TIER_MESSAGE);
        SchemaAt.path(root, "spec", "tiers")
                .rule(
                        "self.all(name, name.matches('^[a-z][a-z0-9_]{0,30}$'))",
                        "each name in spec.tiers must be 1 to 31 lower case letters, digits and '_', a letter first");
        SchemaAt.path(root, "spec", "tiers", SchemaAt.VALUES).orNumber().valueRule(TTL, TTL_MESSAGE);
        SchemaAt.path(root, "spec")
                .rule(
                        "!has(self.ttls) || self.ttls.all(name, !string(self.ttls[name]).matches('^[a-z]') ||"
                                + " (has(self.tiers) && string(self.ttls[name]) in self.tiers))",
                        "each word in spec.ttls that is not Never or Disabled must be the name of a tier in spec.tiers");
    }

    /** These rules have to stand on the spec, which has the names. Quoting the entry would exceed the cost budget by far. */
    static void keyspaces(JSONSchemaProps root) {
        SchemaAt.path(root, "spec", "keyspaces").mapBy("prefix");
        SchemaAt.path(root, "spec")
                .rule(
                        "!has(self.keyspaces) || self.keyspaces.all(k, k.ttl in self.ttls)",
                        "each ttl in spec.keyspaces must be the name of an entry in spec.ttls")
                .rule(
                        "!has(self.keyspaces) || self.keyspaces.size() == 0 || !has(self.redis) || !has(self.redis.external)",
                        "spec.keyspaces cannot stand with spec.redis.external: keys are looked at only in a Redis that the"
                                + " operator runs");
    }

    static void limits(JSONSchemaProps root) {
        names(SchemaAt.path(root, "spec", "limits"), "spec.limits");
        SchemaAt.path(root, "spec", "limits", SchemaAt.VALUES).orNumber().valueRule(LIMIT, LIMIT_MESSAGE);
    }

    private static void names(SchemaAt map, String field) {
        map.rule(NAME, "each name in " + field + " must be 1 to 63 lower case letters, digits and '_', a letter first")
                .rule(
                        "!('true' in self) && !('false' in self)",
                        "'true' and 'false' cannot be names in " + field
                                + ": YAML makes them from y, yes, on, n, no and off when these are not quoted; quote the name,"
                                + " or choose another")
                .rule(
                        "!('enabled' in self) && !('mode' in self) && !('json' in self) && !('storage_uri' in self)",
                        "'enabled', 'mode', 'json' and 'storage_uri' cannot be names in " + field
                                + ": a key of that name is delivered already; choose another");
    }
}
