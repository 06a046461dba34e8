package dev.cacheward.redis.pem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cacheward.testbed.certificates.CertificateAuthority;
import dev.cacheward.testbed.certificates.CertificateAuthority.Subject;
import dev.cacheward.testbed.certificates.Issued;
import java.security.PrivateKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates and keys as tools write them, and what is said of what is none. */
class PemTest {
    private static final CertificateAuthority CA = CertificateAuthority.root("ours");
    private static final Issued ISSUED = CA.issue(Subject.server("redis.example"));

    @Test
    void aBundleIsReadInItsOrderAndWhatStandsBetweenIsLeftOut() throws PemException {
        // Given
        String bundle = "subject=ours\n" + CA.pem() + "\r\n\r\n# and the server's\n" + ISSUED.pem();
        // When, Then
        assertThat(PemCertificates.read(bundle))
                .extracting(certificate -> certificate.getSubjectX500Principal().getName())
                .containsExactly("CN=ours", "CN=server");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA", "-----BEGIN CERTIFICATE-----\n!\n"})
    void aTextWithoutAWholeCertificateIsRefused(String text) {
        assertThatExceptionOfType(PemException.class)
                .isThrownBy(() -> PemCertificates.read(text))
                .withMessageContaining("-----BEGIN CERTIFICATE-----");
    }

    @Test
    void aDamagedCertificateAmongGoodOnesIsRefused() {
        // Given
        String damaged = CA.pem() + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        // When, Then
        assertThatExceptionOfType(PemException.class)
                .isThrownBy(() -> PemCertificates.read(damaged))
                .withMessageContaining("damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA", "Ed25519"})
    void aKeyFitsItsOwnCertificateAlone(String algorithm) throws PemException {
        // Given
        Issued issued = CA.issue(Subject.named("client"), algorithm);
        // When, Then
        assertThat(PemPrivateKey.fits(
                        PemPrivateKey.read(issued.key()), issued.certificate().getPublicKey()))
                .isTrue();
        assertThat(PemPrivateKey.fits(
                        PemPrivateKey.read(issued.key()), ISSUED.certificate().getPublicKey()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void aKeyOfTheOlderFormIsTheSame(String algorithm) throws PemException {
        // Given
        Issued issued = CA.issue(Subject.named("client"), algorithm);
        // When, Then
        PrivateKey key = PemPrivateKey.read(
                "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n" + issued.olderKey());
        assertThat(PemPrivateKey.fits(key, issued.certificate().getPublicKey())).isTrue();
    }

    @Test
    void anEncryptedKeyIsNamedAsThat() {
        for (String text : new String[] {
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n-----END ENCRYPTED PRIVATE KEY-----",
            "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nMIIB\n-----END RSA PRIVATE KEY-----"
        }) {
            assertThatExceptionOfType(PemException.class)
                    .isThrownBy(() -> PemPrivateKey.read(text))
                    .withMessageContaining("without a passphrase");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"})
    void whatIsNoKeyIsRefusedWithoutRepeatingIt(String type) {
        for (String body : new String[] {"", "AAAA", "MIIBVQ==", "MAMCAQE=", "!"}) {
            assertThatExceptionOfType(PemException.class)
                    .isThrownBy(() -> PemPrivateKey.read(
                            "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n"))
                    .satisfies(refused -> assertThat(refused).hasNoCause());
        }
    }
}
