package dev.cacheward.redis.pem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.testbed.certificates.CertificateAuthority;
import dev.cacheward.testbed.certificates.CertificateAuthority.Subject;
import dev.cacheward.testbed.certificates.Issued;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PemKeyFormTest {
    private final CertificateAuthority authority = CertificateAuthority.root("cacheward");

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void aKeyOfAnOlderFormIsTheSameKeyInPkcs8(String algorithm) throws PemException {
        // Given
        Issued issued = authority.issue(Subject.named("shop"), algorithm);
        // When
        String written = PemKeyForm.pkcs8(issued.olderKey());
        // Then
        assertThat(issued.olderKey()).startsWith("-----BEGIN " + algorithm + " PRIVATE KEY-----");
        assertThat(written).startsWith("-----BEGIN PRIVATE KEY-----\n").endsWith("\n-----END PRIVATE KEY-----\n");
        assertThat(PemPrivateKey.fits(
                        PemPrivateKey.read(written), issued.certificate().getPublicKey()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void aKeyInPkcs8StaysAsItIs(String algorithm) {
        // Given
        String key = authority.issue(Subject.named("shop"), algorithm).key();
        // When
        String written = PemKeyForm.pkcs8(PemKeyForm.pkcs8(key));
        // Then
        assertThat(written).isEqualTo(PemKeyForm.pkcs8(key)).isEqualToNormalizingNewlines(key);
    }

    @Test
    void aTextThatIsNoKeyStaysAsItIs() {
        assertThat(PemKeyForm.pkcs8("no key\n")).isEqualTo("no key\n");
    }
}
