package dev.cacheward.cacheprofile.plan.external;

import dev.cacheward.api.v1alpha1.CertificateSource;
import dev.cacheward.api.v1alpha1.ExternalRedis;
import dev.cacheward.api.v1alpha1.ExternalTls;
import dev.cacheward.api.v1alpha1.SecretKey;
import dev.cacheward.api.v1alpha1.SourceKind;
import dev.cacheward.api.v1alpha1.ValueSource;
import dev.cacheward.validation.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A field of {@code spec.redis.external} that refers to a key of an object.
 *
 * @param field relative to that block
 */
public record Reference(String field, SourceKind kind, String name, String key) {
    /** Returns all references of a spec. */
    public static List<Reference> all(ExternalRedis spec) {
        List<Reference> all = new ArrayList<>();
        secret(all, "urlFrom", spec.urlFrom());
        value(all, "hostFrom", spec.hostFrom());
        value(all, "portFrom", spec.portFrom());
        value(all, "usernameFrom", spec.usernameFrom());
        secret(all, "passwordFrom", spec.passwordFrom());
        Optional<ExternalTls> tls = Optional.ofNullable(spec.tls());
        tls.map(ExternalTls::caFrom).ifPresent(from -> value(all, "tls.caFrom", from));
        tls.map(ExternalTls::clientCertificateFrom).ifPresent(from -> certificate(all, from));
        return all;
    }

    private static void secret(List<Reference> all, String field, SecretKey from) {
        if (from != null) {
            all.add(new Reference(field, SourceKind.SECRET, from.name(), from.key()));
        }
    }

    private static void value(List<Reference> all, String field, ValueSource from) {
        if (from != null) {
            all.add(new Reference(
                    field, Optional.ofNullable(from.kind()).orElse(SourceKind.SECRET), from.name(), from.key()));
        }
    }

    private static void certificate(List<Reference> all, CertificateSource from) {
        all.add(new Reference(
                ConnectionReader.CHAIN,
                SourceKind.SECRET,
                from.name(),
                Optional.ofNullable(from.certificateKey()).orElse("tls.crt")));
        all.add(new Reference(
                ConnectionReader.KEY,
                SourceKind.SECRET,
                from.name(),
                Optional.ofNullable(from.privateKeyKey()).orElse("tls.key")));
    }

    /** Returns what tells the object from others. */
    public String object() {
        return kindName() + " " + Quote.whole(name);
    }

    private String kindName() {
        return kind == SourceKind.SECRET ? "Secret" : "ConfigMap";
    }

    /** Returns what is wrong if there is no such object. */
    public String withoutObject() {
        return "there is no " + object();
    }

    /** Returns what is wrong if the object lacks the key. */
    public String withoutKey() {
        return object() + " has no key " + Quote.whole(key);
    }

    /** Returns the message for an object that cannot be read. */
    public String unusable(String what) {
        return ExternalValidator.FIELD + "." + field + " (" + object() + ", key " + Quote.whole(key) + "): " + what
                + ". What was published before stays as it is.";
    }
}
