package dev.cacheward.api.v1alpha1.schema;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;

/**
 * Adds the rules for the names and values of TTLs and limits, as far as CEL can say them within the API server's cost budget.
 */
final class EntryRules {
    /** A number of days, of which a year has 365. The operator checks what hours, minutes and seconds add. */
    private static final String TOO_MANY_DAYS = "(self.matches('^[0-9]+d') && int(self.find('^[0-9]+')) > 365)";

    private static final String TTL = "type(self) == string && (self == 'Never' || self == 'Disabled' || (self != '' &&"
            + " self.matches('" + TtlHint.DURATION + "') && !self.matches('^(0+[dhms])+$') && !" + TOO_MANY_DAYS + "))";

    private static final String TIER_NAME = ".matches('^[a-z][a-z0-9_]{0,30}$')";

    /** Words that people write for the two that are no durations are not taken for a tier. */
    private static final String NO_TIER_NAMES =
            " in ['never', 'none', 'forever', 'infinite', 'unlimited', 'disabled', 'disable'," + " 'off', 'false']";

    private static final String TTL_OR_TIER =
            TTL + " || (type(self) == string && self" + TIER_NAME + " && !(self" + NO_TIER_NAMES + "))";

    private static final String TTL_ALLOWED = "Allowed is a duration of d, h, m and s, each at most once and in that"
            + " order, from 1s to 365d (such as 60s, 5m, 1h30m or 1d), or Never (no expiry), or Disabled (do not cache)";

    private static final String TTL_OR_TIER_ALLOWED = TTL_ALLOWED + ", or the name of a tier in spec.tiers";

    private static final String RATE = "\\\\s*[0-9]{1,9}(/| +per +([0-9]{1,9} +)?)(second|minute|hour|day)s?\\\\s*";

    /**
     * A rate can hold two numbers, so "at least 1" needs a pattern of its own. The operator checks the order of the windows.
     */
    private static final String LIMIT = "type(self) == string && self.matches('^" + RATE + "(;" + RATE
            + "){0,3}$') && !self.matches('(^|[^0-9])0+([^0-9]|$)')";

    private static final String LIMIT_ALLOWED = "Allowed are one to four rates joined by ';', shortest window first;"
            + " a rate is N/unit, 'N per unit' or 'N per M unit' with unit second, minute, hour or day, and N and M whole"
            + " numbers from 1 to 999999999 (such as 20/minute; 300/hour)";

    private static final String TTL_OF_NAME = "string(self.ttls[name])";

    /** Holds for an entry that could name a tier, and names none. */
    private static final String NO_TIER = TTL_OF_NAME + TIER_NAME + " && !(" + TTL_OF_NAME + NO_TIER_NAMES
            + ") && !(has(self.tiers) && " + TTL_OF_NAME + " in self.tiers)";

    private EntryRules() {}

    static void ttls(JSONSchemaProps root) {
        EntryNameRules.complete(SchemaAt.path(root, "spec", "ttls"), "spec.ttls");
        SchemaAt.path(root, "spec", "ttls", SchemaAt.VALUES)
                .orNumber()
                .hintedRule(TTL_OR_TIER, "a TTL", TtlHint.cel(), TTL_OR_TIER_ALLOWED);
        SchemaAt.path(root, "spec", "tiers")
                .names(
                        "name.matches('^[a-z][a-z0-9_]{0,30}$')",
                        "is not a name in spec.tiers: allowed are 1 to 31 lower case letters, digits and '_', a letter first");
        SchemaAt.path(root, "spec", "tiers", SchemaAt.VALUES)
                .orNumber()
                .hintedRule(TTL, "a TTL", TtlHint.cel(), TTL_ALLOWED);
        SchemaAt.path(root, "spec")
                .explainedRule(
                        "!has(self.ttls) || self.ttls.all(name, !(" + NO_TIER + "))",
                        "self.ttls.filter(name, " + NO_TIER + ").map(name, \"spec.ttls.\" + name + \" is '\" + "
                                + TTL_OF_NAME
                                + " + \"', which is no TTL, and spec.tiers has no tier of that name\")[0]",
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
        EntryNameRules.complete(SchemaAt.path(root, "spec", "limits"), "spec.limits");
        SchemaAt.path(root, "spec", "limits", SchemaAt.VALUES)
                .orNumber()
                .hintedRule(LIMIT, "a rate limit", RateHint.cel(), LIMIT_ALLOWED);
    }
}
