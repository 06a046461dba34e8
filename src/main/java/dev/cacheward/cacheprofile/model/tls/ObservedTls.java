package dev.cacheward.cacheprofile.model.tls;

import dev.cacheward.redis.Tls;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;

/**
 * What is known of the certificate of a server.
 *
 * @param secret the one that pods mount; empty before there is any
 * @param source what the spec names now
 * @param abandoned the order for a certificate that the spec does not ask for any more
 */
public record ObservedTls(
        Optional<Secret> secret, CertificateSource source, Optional<GenericKubernetesResource> abandoned) {
    /** Nothing is encrypted. */
    public static ObservedTls none() {
        return new ObservedTls(Optional.empty(), new CertificateSource.NotAsked(), Optional.empty());
    }

    /** Returns what pods have, or are about to have. */
    public Optional<KeptCertificate> kept() {
        return secret.flatMap(KeptCertificate::of);
    }

    /**
     * Returns how the operator talks to a pod that encrypts: it knows the pod by the name of the Service. While the Secret with that
     * name is missing, the CA alone has to do.
     */
    public Tls asOperator() {
        return kept().map(certificate -> new Tls(
                        Optional.of(certificate.trusted()),
                        Tls.Verification.FULL,
                        Optional.of(certificate.host()),
                        Optional.of(certificate.certificate().asClient())))
                .orElseGet(this::fromSource);
    }

    private Tls fromSource() {
        return source instanceof CertificateSource.Found found
                ? new Tls(
                        Optional.of(found.certificate().ca()),
                        Tls.Verification.CA,
                        Optional.empty(),
                        Optional.of(found.certificate().asClient()))
                : Tls.ofPlatform();
    }
}
