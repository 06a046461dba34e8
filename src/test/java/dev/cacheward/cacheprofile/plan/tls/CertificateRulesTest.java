package dev.cacheward.cacheprofile.plan.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.ClientAuth;
import dev.cacheward.cacheprofile.model.tls.CertificateSource;
import dev.cacheward.cacheprofile.model.tls.ServerCertificate;
import dev.cacheward.kubernetes.fields.SecretText;
import dev.cacheward.redis.Password;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.certificates.CertificateAuthority;
import dev.cacheward.testbed.certificates.CertificateAuthority.Subject;
import dev.cacheward.testbed.certificates.Issued;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateRulesTest {
    private static final String HOST = "shop-redis.team.svc.cluster.local";
    private static final CertificateAuthority CA = CertificateAuthority.root("ca");
    private static final CertificateAuthority OTHER = CertificateAuthority.root("other");
    private static final Issued GOOD = CA.issue(Subject.server(HOST));

    @ParameterizedTest
    @ValueSource(strings = {HOST, "*.team.svc.cluster.local", "SHOP-REDIS.team.svc.cluster.local"})
    void aCertificateForTheHostIsTaken(String name) {
        assertThat(check(secret(CA.issue(Subject.server("elsewhere", name)), CA.pem())))
                .isInstanceOf(CertificateSource.Found.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void aKeyInTheOlderFormThatCertManagerWritesIsTaken(String algorithm) {
        Issued issued = CA.issue(Subject.server(HOST), algorithm);
        assertThat(check(secret(issued.chain(), issued.olderKey(), CA.pem())))
                .isInstanceOf(CertificateSource.Found.class);
    }

    @Test
    void aCertificateThatLeadsToItsAuthorityByAnotherIsTaken() {
        Issued issued = CA.intermediate("between").issue(Subject.server(HOST));
        assertThat(check(secret(issued, OTHER.pem() + CA.pem()))).isInstanceOf(CertificateSource.Found.class);
    }

    @Test
    void oneThatSignedItselfIsItsOwnAuthority() {
        Issued own = CertificateAuthority.selfSigned(Subject.server(HOST));
        assertThat(check(secret(own, own.pem()))).isInstanceOf(CertificateSource.Found.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls.crt", "tls.key", "ca.crt"})
    void aKeyThatIsMissingIsNamed(String key) {
        // Given
        Secret secret = secret(GOOD, CA.pem());
        secret.getData().remove(key);

        // When
        CertificateSource found = check(secret);

        // Then
        assertRefused(
                found, Reason.SECRET_NOT_FOUND, "spec.redis.managed.tls.secretName", "\"certs\"", "\"" + key + "\"");
    }

    @Test
    void aSecretThatIsMissingIsNamed() {
        assertRefused(
                rules(ClientAuth.NONE, Optional.empty()).check("certs", Optional.empty()),
                Reason.SECRET_NOT_FOUND,
                "\"certs\"",
                "tls.crt, tls.key and ca.crt");
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() {
        assertRefused(
                check(secret(GOOD.chain(), CA.issue(Subject.server(HOST)).key(), CA.pem())),
                Reason.CERTIFICATE_INVALID,
                "\"tls.key\"",
                "another certificate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop-redis", "*.svc.cluster.local", "*.shop-redis.team.svc.cluster.local", "*"})
    void aCertificateForAnotherNameIsRefused(String name) {
        assertRefused(
                check(secret(CA.issue(Subject.server(name)), CA.pem())),
                Reason.CERTIFICATE_INVALID,
                "\"" + HOST + "\"",
                "subjectAltName");
    }

    @Test
    void aCertificateOfAnAuthorityThatIsNotNamedIsRefused() {
        assertRefused(
                check(secret(GOOD, OTHER.pem())),
                Reason.CERTIFICATE_INVALID,
                "\"tls.crt\"",
                "not signed by a CA of ca.crt");
    }

    @Test
    void aCertificateThatHasEndedOrNotBegunIsRefused() {
        Subject past = Subject.server(HOST).valid(Duration.ofDays(-3), Duration.ofDays(-2));
        Subject future = Subject.server(HOST).valid(Duration.ofDays(2), Duration.ofDays(3));
        assertRefused(check(secret(CA.issue(past), CA.pem())), Reason.CERTIFICATE_EXPIRED, "ended at");
        assertRefused(check(secret(CA.issue(future), CA.pem())), Reason.CERTIFICATE_PENDING, "not valid before");
    }

    @Test
    void whatIsNoPemIsRefusedAndNotQuoted() {
        // When
        CertificateSource found = check(secret(GOOD.chain(), "geheim", CA.pem()));

        // Then
        assertRefused(found, Reason.CERTIFICATE_INVALID, "\"tls.key\"", "PEM");
        assertThat(found.toString()).doesNotContain("geheim");
    }

    @ParameterizedTest
    @CsvSource({"tls.crt, 20 certificates", "tls.key, 32 KiB", "ca.crt, 40 certificates"})
    void whatIsLargerThanAnybodyNeedsIsRefusedWithItsKey(String key, String bound) {
        // Given
        Secret secret = secret(GOOD, CA.pem());
        String text = SecretText.decode(secret, key).orElseThrow();
        secret.getData().putAll(SecretText.encode(new TreeMap<>(Map.of(key, text.repeat(41) + "\n".repeat(32_768)))));

        // When, Then
        assertRefused(check(secret), Reason.CERTIFICATE_INVALID, "\"certs\"", "\"" + key + "\"", bound);
    }

    @Test
    void anAuthorityThatTheRunningServerDoesNotKnowIsRefusedWhereClientsShowCertificates() {
        // Given
        ServerCertificate running = new ServerCertificate(GOOD.chain(), new Password(GOOD.key()), CA.pem());
        Secret next = secret(OTHER.issue(Subject.server(HOST)), OTHER.pem());
        Secret both = secret(GOOD, CA.pem() + OTHER.pem());

        // When
        CertificateSource required =
                rules(ClientAuth.REQUIRED, Optional.of(running)).check(next);
        CertificateSource none = rules(ClientAuth.NONE, Optional.of(running)).check(next);
        CertificateSource prepared =
                rules(ClientAuth.REQUIRED, Optional.of(running)).check(both);

        // Then
        assertRefused(required, Reason.CERTIFICATE_INVALID, "certificates of both CAs");
        assertThat(none).isInstanceOf(CertificateSource.Found.class);
        assertThat(prepared).isInstanceOf(CertificateSource.Found.class);
    }

    private static void assertRefused(CertificateSource found, Reason reason, String... words) {
        assertThat(found.obstacle()).hasValueSatisfying(cause -> {
            assertThat(cause.reason()).isEqualTo(reason);
            assertThat(cause.message()).contains(words).endsWith("What runs stays as it is.");
        });
    }

    private static CertificateSource check(Secret secret) {
        return rules(ClientAuth.NONE, Optional.empty()).check(secret);
    }

    private static CertificateRules rules(ClientAuth clients, Optional<ServerCertificate> running) {
        return new CertificateRules(
                new CertificateUse("spec.redis.managed.tls.secretName", HOST, clients, running, Instant.now()));
    }

    private static Secret secret(Issued issued, String authority) {
        return secret(issued.chain(), issued.key(), authority);
    }

    private static Secret secret(String chain, String key, String authority) {
        return new SecretBuilder()
                .withNewMetadata()
                .withName("certs")
                .endMetadata()
                .withData(
                        SecretText.encode(new TreeMap<>(Map.of("tls.crt", chain, "tls.key", key, "ca.crt", authority))))
                .build();
    }
}
