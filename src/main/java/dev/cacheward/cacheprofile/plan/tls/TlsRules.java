package dev.cacheward.cacheprofile.plan.tls;

import dev.cacheward.api.v1alpha1.ClientAuth;
import dev.cacheward.api.v1alpha1.IssuerReference;
import dev.cacheward.api.v1alpha1.Plaintext;
import dev.cacheward.api.v1alpha1.ServerTls;
import dev.cacheward.redis.conf.TlsSettings;
import dev.cacheward.validation.Problem;
import java.util.List;
import java.util.Optional;

/** Applies the rules and defaults of {@code spec.redis.managed.tls}, which may be absent. */
public final class TlsRules {
    private TlsRules() {}

    /** @param field the path of the object */
    public static List<Problem> check(String field, Optional<ServerTls> spec) {
        return spec.filter(tls -> (tls.secretName() == null) == (tls.issuerRef() == null))
                .map(tls -> List.of(new Problem(
                        field,
                        "must have secretName (a Secret with a certificate) or issuerRef (an issuer of cert-manager), and"
                                + " not both")))
                .orElse(List.of());
    }

    /** Returns how connections are encrypted; empty if they are not. */
    public static Optional<TlsSettings> settings(Optional<ServerTls> spec) {
        return spec.map(tls -> new TlsSettings(
                Optional.ofNullable(tls.clientAuth()).orElse(ClientAuth.NONE),
                Optional.ofNullable(tls.plaintext()).orElse(Plaintext.FORBIDDEN)));
    }

    /** Returns who is to sign the certificate. */
    public static Optional<IssuerReference> issuer(Optional<ServerTls> spec) {
        return spec.map(ServerTls::issuerRef);
    }
}
