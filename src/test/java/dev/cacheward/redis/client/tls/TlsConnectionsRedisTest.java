package dev.cacheward.redis.client.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.Tls;
import dev.cacheward.redis.client.CheckDialogue;
import dev.cacheward.redis.client.LettuceGateway;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.client.external.ForeignRedis;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.certificates.CertificateAuthority;
import dev.cacheward.testbed.certificates.CertificateAuthority.Subject;
import dev.cacheward.testbed.certificates.Issued;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Encrypted connections to servers of every kind, and why one does not come about. */
class TlsConnectionsRedisTest {
    private static final CertificateAuthority CA = CertificateAuthority.root("ours");
    private static final CertificateAuthority OTHER = CertificateAuthority.root("other");

    private final EncryptedCheck check = new EncryptedCheck(CA);

    @AfterEach
    void close() {
        check.close();
    }

    @Test
    void aServerWithACertificateOfTheCaPasses() {
        assertThat(check.failure(CA.issue(Subject.server("127.0.0.1")), Tls.trusting(CA.pem())))
                .isEmpty();
    }

    @Test
    void aNameIsCheckedInThePlaceOfTheAddress() {
        assertThat(check.failure(
                        CA.issue(Subject.server("redis.example")),
                        Tls.trusting(CA.pem()).named("redis.example")))
                .isEmpty();
    }

    @Test
    void aCertificateForTheAddressAloneIsNotEnoughForAName() {
        check.assertTrouble(
                TlsTrouble.WRONG_NAME,
                CA.issue(Subject.server("127.0.0.1")),
                Tls.trusting(CA.pem()).named("redis.example"));
    }

    @Test
    void aChainOfThreePasses() {
        Issued leaf = CA.intermediate("one").intermediate("two").issue(Subject.server("127.0.0.1"));
        assertThat(check.failure(leaf, Tls.trusting(CA.pem()))).isEmpty();
    }

    @Test
    void theLastOfSeveralCasCountsAsWell() {
        // Given: a bundle says between its certificates whose they are
        String bundle = "# other\n" + OTHER.pem() + "\n# ours\n" + CA.pem();
        // When, Then
        assertThat(check.failure(CA.issue(Subject.server("127.0.0.1")), Tls.trusting(bundle)))
                .isEmpty();
    }

    @Test
    void aSelfSignedCertificatePassesIfItIsTrusted() {
        Issued own = CertificateAuthority.selfSigned(Subject.server("127.0.0.1"));
        assertThat(check.failure(own, Tls.trusting(own.pem()))).isEmpty();
    }

    @Test
    void aCertificateOfAnotherCaIsUnknown() {
        check.assertTrouble(TlsTrouble.UNKNOWN_CA, OTHER.issue(Subject.server("127.0.0.1")), Tls.trusting(CA.pem()));
    }

    @Test
    void thePlatformDoesNotTrustEverybody() {
        check.assertTrouble(TlsTrouble.UNKNOWN_CA, CA.issue(Subject.server("127.0.0.1")), Tls.ofPlatform());
    }

    @Test
    void anExpiredCertificateIsToldAsThat() {
        Subject past = Subject.server("127.0.0.1").valid(Duration.ofDays(-9), Duration.ofDays(-8));
        check.assertTrouble(TlsTrouble.EXPIRED, CA.issue(past), Tls.trusting(CA.pem()));
    }

    /** The JDK takes a certificate that is trusted itself at any time; the clients of applications do not. */
    @Test
    void anExpiredCertificateIsNotTakenIfItIsTrustedItself() {
        Subject past = Subject.server("127.0.0.1").valid(Duration.ofDays(-9), Duration.ofDays(-8));
        Issued own = CertificateAuthority.selfSigned(past);
        check.assertTrouble(TlsTrouble.EXPIRED, own, Tls.trusting(own.pem()));
    }

    @Test
    void aCertificateOfTheFutureIsToldAsThat() {
        Subject future = Subject.server("127.0.0.1").valid(Duration.ofDays(8), Duration.ofDays(9));
        check.assertTrouble(TlsTrouble.NOT_YET_VALID, CA.issue(future), Tls.trusting(CA.pem()));
    }

    @Test
    void aCommonNameThatIsAnAddressIsNoAlternativeName() {
        check.assertTrouble(TlsTrouble.WRONG_NAME, CA.issue(Subject.named("127.0.0.1")), Tls.trusting(CA.pem()));
    }

    @Test
    void withTheCaAloneTheNameDoesNotCount() {
        Issued other = CA.issue(Subject.server("redis.example"));
        assertThat(check.failure(other, EncryptedCheck.verifying(Tls.Verification.CA, CA.pem())))
                .isEmpty();
        assertThat(check.trouble(other, EncryptedCheck.verifying(Tls.Verification.CA, OTHER.pem())))
                .isEqualTo(TlsTrouble.UNKNOWN_CA.what());
    }

    @Test
    void withoutVerificationEverybodyIsBelieved() {
        Issued expired = CertificateAuthority.selfSigned(
                Subject.server("redis.example").valid(Duration.ofDays(-9), Duration.ofDays(-8)));
        assertThat(check.failure(expired, EncryptedCheck.verifying(Tls.Verification.NONE, CA.pem())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void eachVersionAlonePasses(String version) {
        assertThat(check.failure(
                        CA.issue(Subject.server("127.0.0.1")), Tls.trusting(CA.pem()), "--tls-protocols", version))
                .isEmpty();
    }

    @Test
    void aPlaintextServerIsToldAsThat() {
        // Given: it waits for the end of what it takes for a command
        RedisGateway hasty = new LettuceGateway(Duration.ofSeconds(2));
        try (ForeignRedis redis = ForeignRedis.start();
                hasty) {
            RedisAddress address = new RedisAddress("127.0.0.1", redis.port(), Optional.of(Tls.trusting(CA.pem())));
            // When
            Cause failure = hasty.ask(address, new Authentication.None(), new CheckDialogue())
                    .failure()
                    .orElseThrow();
            // Then
            assertThat(failure.reason()).isEqualTo(Reason.TLS_FAILED);
            assertThat(failure.message()).startsWith(TlsTrouble.PLAINTEXT_SERVER.what());
        }
    }

    @Test
    void aServerWithTlsThatIsAskedInPlaintextIsToldAsThat() {
        // Given
        Issued certificate = CA.issue(Subject.server("127.0.0.1"));
        try (ForeignRedis redis = ForeignRedis.encrypted(certificate, CA.pem())) {
            // When
            Cause failure = check.ask(redis, Optional.empty()).orElseThrow();
            // Then
            assertThat(failure.reason()).isEqualTo(Reason.TLS_FAILED);
            assertThat(failure.message()).startsWith(TlsTrouble.TLS_SERVER.what());
        }
    }
}
