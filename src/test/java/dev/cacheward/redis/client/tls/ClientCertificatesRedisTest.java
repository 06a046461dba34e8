package dev.cacheward.redis.client.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.Password;
import dev.cacheward.redis.Tls;
import dev.cacheward.testbed.certificates.CertificateAuthority;
import dev.cacheward.testbed.certificates.CertificateAuthority.Subject;
import dev.cacheward.testbed.certificates.Issued;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that want to know who connects. */
class ClientCertificatesRedisTest {
    private static final CertificateAuthority CA = CertificateAuthority.root("ours");
    private static final CertificateAuthority OTHER = CertificateAuthority.root("other");

    private final EncryptedCheck check = new EncryptedCheck(CA);

    @AfterEach
    void close() {
        check.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aServerThatWantsAClientCertificateSaysSo(String version) {
        String told = check.trouble(
                CA.issue(Subject.server("127.0.0.1")),
                Tls.trusting(CA.pem()),
                "--tls-auth-clients",
                "yes",
                "--tls-protocols",
                version);
        assertThat(told).isIn(TlsTrouble.CLIENT_CERTIFICATE_WANTED.what(), TlsTrouble.REFUSED.what());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA", "Ed25519"})
    void aClientCertificateIsShown(String algorithm) {
        Issued client = CA.issue(Subject.named("client"), algorithm);
        assertThat(check.failure(
                        CA.issue(Subject.server("127.0.0.1")),
                        showing(client.pem(), client.key()),
                        "--tls-auth-clients",
                        "yes"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void aKeyOfTheOlderFormIsReadAsWell(String algorithm) {
        Issued client = CA.issue(Subject.named("client"), algorithm);
        assertThat(check.failure(
                        CA.issue(Subject.server("127.0.0.1")),
                        showing(client.pem(), client.olderKey()),
                        "--tls-auth-clients",
                        "yes"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aClientCertificateOfAnotherCaIsRefused(String version) {
        Issued client = OTHER.issue(Subject.named("client"));
        check.assertTrouble(
                TlsTrouble.CLIENT_CERTIFICATE_REFUSED,
                CA.issue(Subject.server("127.0.0.1")),
                showing(client.pem(), client.key()),
                "--tls-auth-clients",
                "yes",
                "--tls-protocols",
                version);
    }

    @Test
    void whatCannotBeReadIsNamed() {
        // Given
        Issued client = CA.issue(Subject.named("client"));
        Issued server = CA.issue(Subject.server("127.0.0.1"));
        // When, Then
        check.assertTrouble(TlsTrouble.CA_UNREADABLE, server, Tls.trusting("no certificate"));
        check.assertTrouble(TlsTrouble.CLIENT_CERTIFICATE_UNREADABLE, server, showing("", client.key()));
        check.assertTrouble(TlsTrouble.CLIENT_KEY_UNREADABLE, server, showing(client.pem(), client.pem()));
        check.assertTrouble(TlsTrouble.CLIENT_KEY_OF_ANOTHER, server, showing(client.pem(), server.key()));
    }

    private static Tls showing(String certificate, String key) {
        return new Tls(
                Optional.of(CA.pem()),
                Tls.Verification.FULL,
                Optional.empty(),
                Optional.of(new Tls.ClientCertificate(certificate, new Password(key))));
    }
}
