package dev.cacheward.redis.pem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cacheward.testbed.certificates.CertificateAuthority;
import dev.cacheward.testbed.certificates.CertificateAuthority.Subject;
import dev.cacheward.testbed.certificates.Issued;
import org.junit.jupiter.api.Test;

/** What is larger than anybody needs is refused, and what is not is read in one pass. */
class PemBoundsTest {
    private static final int KIB = 1024;
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String ONE = CertificateAuthority.root("ours").pem();
    private static final Issued ISSUED = CertificateAuthority.root("ours").issue(Subject.named("client"));

    @Test
    void aKeyOfMoreThan32KibIsRefusedByItsSize() {
        assertThatExceptionOfType(PemException.class)
                .isThrownBy(() -> PemPrivateKey.read(ISSUED.key() + " ".repeat(32 * KIB)))
                .withMessageContaining("32 KiB");
    }

    @Test
    void linesThatBeginKeysAndNeverEndOneAreNoKey() {
        // Given
        String lines = BEGIN.repeat(30 * KIB / BEGIN.length());
        // When, Then
        assertThatExceptionOfType(PemException.class)
                .isThrownBy(() -> PemPrivateKey.read(lines))
                .withMessageContaining("no whole private key");
    }

    @Test
    void aKeyAfterALineThatBeginsAnotherIsReadByItself() throws PemException {
        assertThat(PemPrivateKey.fits(
                        PemPrivateKey.read(BEGIN + ISSUED.key()),
                        ISSUED.certificate().getPublicKey()))
                .isTrue();
    }

    @Test
    void theHeadersOfAnEncryptedKeyAreReadWithTheirHyphens() {
        // Given
        String key = "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: DES-EDE3-CBC,0F0F\n\nMIIB\n"
                + "-----END RSA PRIVATE KEY-----\n";
        // When, Then
        assertThatExceptionOfType(PemException.class)
                .isThrownBy(() -> PemPrivateKey.read(key))
                .withMessageContaining("without a passphrase");
    }

    @Test
    void certificatesOfMoreThan128KibAreRefusedByTheirSize() {
        String large = ONE + "#".repeat(128 * KIB);

        assertThatExceptionOfType(PemException.class)
                .isThrownBy(() -> PemCertificates.chain(large))
                .withMessageContaining("128 KiB");
        assertThatExceptionOfType(PemException.class)
                .isThrownBy(() -> PemCertificates.authorities(large))
                .withMessageContaining("128 KiB");
    }

    @Test
    void aChainHas20CertificatesAtMost() throws PemException {
        assertThat(PemCertificates.chain(ONE.repeat(20))).hasSize(20);
        assertThatExceptionOfType(PemException.class)
                .isThrownBy(() -> PemCertificates.chain(ONE.repeat(21)))
                .withMessageContaining("more than 20 certificates");
    }

    @Test
    void aBundleHas40AuthoritiesAtMost() throws PemException {
        assertThat(PemCertificates.authorities(ONE.repeat(40))).hasSize(40);
        assertThatExceptionOfType(PemException.class)
                .isThrownBy(() -> PemCertificates.authorities(ONE.repeat(41)))
                .withMessageContaining("more than 40 certificates");
    }

    @Test
    void whatTheOperatorJoinedItselfIsReadWhole() throws PemException {
        assertThat(PemCertificates.read(ONE.repeat(80))).hasSize(80);
    }
}
