package dev.cacheward.api.v1alpha1.schema;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.List;

/** Adds the rules for {@code spec.redis.external}. What stands in Secrets, only the operator can check. */
final class ExternalRules {
    private static final String BLOCK = "spec.redis.external";
    private static final String TIME = "self.matches('^([0-9]{1,4}h)?([0-9]{1,5}m)?([0-9]{1,6}s)?$') && size(self) > 0";

    private ExternalRules() {}

    static void complete(JSONSchemaProps root) {
        SchemaAt.path(root, "spec", "redis")
                .rule(
                        "!has(self.managed) || !has(self.external)",
                        "spec.redis names both managed and external; a profile has one Redis");
        SchemaAt external = external(root);
        oneAddress(external);
        List.of("port", "username")
                .forEach(field -> external.rule(
                        "!has(self." + field + ") || !has(self." + field + "From)",
                        BLOCK + " names both " + field + " and " + field + "From"));
        login(external);
        references(root);
        texts(root);
        check(root);
    }

    private static SchemaAt external(JSONSchemaProps root, String... path) {
        SchemaAt at = SchemaAt.path(root, "spec", "redis", "external");
        return SchemaAt.path(at.schema(), path);
    }

    private static void oneAddress(SchemaAt external) {
        external.rule(
                "[has(self.urlFrom), has(self.host), has(self.hostFrom)].filter(given, given).size() == 1",
                BLOCK + " needs exactly one of urlFrom, host and hostFrom");
        external.rule(
                "!has(self.urlFrom) || !(has(self.port) || has(self.portFrom) || has(self.username) ||"
                        + " has(self.usernameFrom) || has(self.passwordFrom) || has(self.database) || (has(self.tls) &&"
                        + " has(self.tls.mode)))",
                BLOCK + ".urlFrom says port, username, password, database and tls.mode: leave these fields out");
    }

    private static void login(SchemaAt external) {
        external.rule(
                "!has(self.topology) || self.topology != 'Cluster' || !has(self.database) || self.database == 0",
                BLOCK + ".database must be 0 with topology Cluster: a cluster has one database");
        external.rule(
                "!has(self.auth) || self.auth == 'Password' || !has(self.passwordFrom)",
                BLOCK + ".passwordFrom has no meaning with auth None or Application: leave one of them out");
        external.rule(
                "!has(self.auth) || self.auth != 'Password' || has(self.urlFrom) || has(self.passwordFrom)",
                BLOCK + ".auth is Password, so passwordFrom (or urlFrom) is needed");
        external.rule(
                "!(has(self.username) || has(self.usernameFrom)) || has(self.passwordFrom) || (has(self.auth) &&"
                        + " self.auth == 'Application')",
                BLOCK + ".username needs a passwordFrom, or auth Application");
    }

    private static void references(JSONSchemaProps root) {
        for (String field : List.of("urlFrom", "hostFrom", "portFrom", "usernameFrom", "passwordFrom")) {
            reference(external(root, field));
        }
        reference(external(root, "tls", "caFrom"));
        SchemaAt client = external(root, "tls", "clientCertificateFrom");
        NameRules.object(client.schema(), "name");
        NameRules.key(client.schema(), "certificateKey");
        NameRules.key(client.schema(), "privateKeyKey");
    }

    private static void reference(SchemaAt source) {
        NameRules.object(source.schema(), "name");
        NameRules.key(source.schema(), "key");
    }

    private static void texts(JSONSchemaProps root) {
        external(root, "host")
                .valueRule(
                        "self.matches('^[A-Za-z0-9._:-]+$')",
                        "a host: allowed is a name (db.example.com), an IPv4 or an IPv6 address, without a scheme, a port or"
                                + " brackets");
        external(root, "tls", "serverName")
                .valueRule(
                        "self.matches('^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$')",
                        "the name in a certificate: allowed are letters, digits, '-', '_' and '.'");
        external(root, "username")
                .valueRule(
                        "self.matches('^[!-~]+$')", "a user's name: allowed are printable characters without blanks");
        external(root, "check", "keyPrefix")
                .valueRule(
                        "self.matches('^[!-z|~]*$')",
                        "a prefix of keys: allowed are printable characters without blanks and braces");
    }

    private static void check(JSONSchemaProps root) {
        external(root, "check", "every")
                .valueRule(
                        TIME + " && duration(self) >= duration('1m') && duration(self) <= duration('1h')",
                        "a time between two checks: allowed is 1m to 1h, in h, m and s (such as 5m)");
        external(root, "check", "fullEvery")
                .valueRule(
                        TIME + " && duration(self) >= duration('1m') && duration(self) <= duration('24h')",
                        "a time between two full checks: allowed is 1m to 24h, in h, m and s (such as 1h)");
        external(root, "check")
                .rule(
                        "!(has(self.every) || has(self.fullEvery)) || duration(has(self.every) ? self.every : '5m') <="
                                + " duration(has(self.fullEvery) ? self.fullEvery : '1h')",
                        BLOCK + ".check.every (default 5m) must not be longer than fullEvery (default 1h)");
    }
}
