package dev.cacheward.cacheprofile.model.tls;

import dev.cacheward.redis.Tls;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;

/**
 * What is known of the certificate of a server.
 *
 * @param secret the one that pods mount; empty before there is any
 * @param source what the spec names now
 */
public record ObservedTls(Optional<Secret> secret, CertificateSource source) {
    /** Nothing is encrypted. */
    public static ObservedTls none() {
        return new ObservedTls(Optional.empty(), new CertificateSource.NotAsked());
    }

    /** Returns what pods have, or are about to have. */
    public Optional<KeptCertificate> kept() {
        return secret.flatMap(KeptCertificate::of);
    }

    /** Whether there is a certificate with which a server can be started. */
    public boolean isUsable() {
        return source instanceof CertificateSource.Found || kept().isPresent();
    }

    /** Returns how the operator talks to a pod that encrypts: it knows the pod by the name of the Service. */
    public Tls asOperator() {
        return kept().map(certificate -> new Tls(
                        Optional.of(certificate.trusted()),
                        Tls.Verification.FULL,
                        Optional.of(certificate.host()),
                        Optional.of(certificate.certificate().asClient())))
                .orElseGet(Tls::ofPlatform);
    }
}
