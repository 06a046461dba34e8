package dev.cacheward.cacheprofile.model.tls;

import dev.cacheward.status.Cause;
import java.util.Optional;

/** The result of reading the certificate that the spec names. */
public sealed interface CertificateSource {
    /** The spec asks for no encryption, or was not read. */
    record NotAsked() implements CertificateSource {}

    /**
     * The Secret holds a certificate.
     *
     * @param secret its name
     */
    record Found(String secret, ServerCertificate certificate) implements CertificateSource {}

    /** @param cause names the Secret and the key, never the content */
    record Unusable(Cause cause) implements CertificateSource {}

    /** Nobody is there who could make a certificate. */
    record NotIssuable(Cause cause) implements CertificateSource {}

    /** Returns why there is no certificate that can be used; empty if there is one, or none is asked for. */
    default Optional<Cause> obstacle() {
        if (this instanceof Unusable unusable) {
            return Optional.of(unusable.cause());
        }
        return this instanceof NotIssuable none ? Optional.of(none.cause()) : Optional.empty();
    }
}
