package dev.cacheward.cacheprofile.plan.tls;

import dev.cacheward.api.v1alpha1.ClientAuth;
import dev.cacheward.cacheprofile.model.tls.ServerCertificate;
import dev.cacheward.redis.pem.PemCertificates;
import dev.cacheward.redis.pem.PemException;
import dev.cacheward.validation.Quote;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a certificate is to be used for.
 *
 * @param field of the spec that names it
 * @param host that applications connect to
 * @param clients whether they show certificates
 * @param running what the server has now; empty before the first
 */
public record CertificateUse(
        String field, String host, ClientAuth clients, Optional<ServerCertificate> running, Instant now) {
    private static final Integer DNS = 2;
    private static final String FOR_SERVERS = "1.3.6.1.5.5.7.3.1";
    private static final String FOR_CLIENTS = "1.3.6.1.5.5.7.3.2";

    boolean isOver(X509Certificate certificate) {
        return !certificate.getNotAfter().toInstant().isAfter(now);
    }

    boolean isEarly(X509Certificate certificate) {
        return certificate.getNotBefore().toInstant().isAfter(now);
    }

    /** Returns why a server must not get the certificate, the end of a sentence that begins with its name. */
    Optional<String> obstacle(List<X509Certificate> chain, List<X509Certificate> authorities) {
        X509Certificate own = chain.get(0);
        if (names(own).stream().noneMatch(this::covers)) {
            return Optional.of("is not good for the host " + Quote.whole(host)
                    + " that applications connect to: it must have" + " that name as a DNS name (subjectAltName)");
        }
        if (!Chains.leadsTo(chain, authorities)) {
            return Optional.of("is not signed by a CA of ca.crt, not even by way of the other certificates in tls.crt");
        }
        return purpose(own).or(() -> strange(chain));
    }

    /** A server that asks its clients for certificates is asked by the operator and by its replica, who show its own. */
    private Optional<String> purpose(X509Certificate own) {
        List<String> purposes = purposes(own);
        if (!purposes.isEmpty() && !purposes.contains(FOR_SERVERS)) {
            return Optional.of("was not made for servers: its extended key usage must have server authentication");
        }
        return !purposes.isEmpty() && !purposes.contains(FOR_CLIENTS) && clients != ClientAuth.NONE
                ? Optional.of(
                        "was not made for clients: with clientAuth the operator shows it, and its extended key usage"
                                + " must have client authentication too")
                : Optional.empty();
    }

    /** The running server must believe the operator, who shows the new certificate to it and then tells it to take that. */
    private Optional<String> strange(List<X509Certificate> chain) {
        boolean known = clients == ClientAuth.NONE
                || running.map(found -> Chains.leadsTo(chain, authorities(found)))
                        .orElse(true);
        return known
                ? Optional.empty()
                : Optional.of(
                        "is signed by another CA than those that the running server knows clients by: first put the"
                                + " certificates of both CAs into ca.crt, and the new certificate as soon as condition"
                                + " CertificateValid does not say CertificatePending any more");
    }

    private static List<X509Certificate> authorities(ServerCertificate running) {
        try {
            return PemCertificates.read(running.ca());
        } catch (PemException unreadable) {
            return List.of();
        }
    }

    private static List<String> purposes(X509Certificate own) {
        try {
            return Optional.ofNullable(own.getExtendedKeyUsage()).orElse(List.of());
        } catch (CertificateParsingException unreadable) {
            return List.of("unreadable");
        }
    }

    private static List<String> names(X509Certificate own) {
        try {
            return Stream.ofNullable(own.getSubjectAlternativeNames())
                    .flatMap(Collection::stream)
                    .filter(entry -> DNS.equals(entry.get(0)))
                    .map(entry -> Objects.toString(entry.get(1)))
                    .toList();
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
    }

    /** A star stands for the whole first label, and for no other. */
    private boolean covers(String name) {
        String wanted = host.replaceFirst("\\.$", "");
        return name.equalsIgnoreCase(wanted)
                || name.startsWith("*.")
                        && wanted.substring(wanted.indexOf('.') + 1).equalsIgnoreCase(name.substring(2));
    }
}
