package dev.cacheward.api.v1alpha1.schema;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;

/** Adds the rules for {@code spec.redis.managed.tls}. */
final class TlsRules {
    private TlsRules() {}

    static void complete(JSONSchemaProps root) {
        SchemaAt.path(root, "spec", "redis", "managed", "tls")
                .rule(
                        "has(self.secretName) != has(self.issuerRef)",
                        "spec.redis.managed.tls must have secretName (a Secret with a certificate) or issuerRef (an issuer of"
                                + " cert-manager), and not both");
        NameRules.object(root, "spec", "redis", "managed", "tls", "secretName");
        NameRules.object(root, "spec", "redis", "managed", "tls", "issuerRef", "name");
        NameRules.object(root, "spec", "redis", "managed", "tls", "issuerRef", "group");
        SchemaAt.path(root, "spec", "redis", "managed", "tls", "issuerRef", "kind")
                .valueRule(
                        "self.matches('^[A-Z][A-Za-z0-9]*$')",
                        "a kind: allowed are letters and digits, a capital first");
        SchemaAt.path(root, "spec", "redis", "managed", "tls", "issuerRef")
                .rule(
                        "(has(self.group) && self.group != 'cert-manager.io') || !has(self.kind) ||"
                                + " self.kind in ['Issuer', 'ClusterIssuer']",
                        "spec.redis.managed.tls.issuerRef.kind must be Issuer or ClusterIssuer, unless group names another"
                                + " API group than cert-manager.io");
    }
}
