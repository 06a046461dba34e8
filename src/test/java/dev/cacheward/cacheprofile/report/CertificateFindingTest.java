package dev.cacheward.cacheprofile.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.RunningServer;
import dev.cacheward.cacheprofile.model.tls.CertificateSource;
import dev.cacheward.cacheprofile.model.tls.ServerCertificate;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.Tls;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.redis.conf.CertificatePaths;
import dev.cacheward.status.Cause;
import dev.cacheward.status.ConditionStatus;
import dev.cacheward.status.Finding;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.certificates.CertificateAuthority;
import dev.cacheward.testbed.certificates.CertificateAuthority.Subject;
import dev.cacheward.testbed.certificates.Issued;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateFindingTest {
    private static final Issued ISSUED = CertificateAuthority.root("ca")
            .issue(Subject.server("shop").valid(Duration.ofDays(-30), Duration.ofDays(60)));
    private static final Instant END = ISSUED.certificate().getNotAfter().toInstant();
    private static final ServerCertificate CERTIFICATE =
            new ServerCertificate(ISSUED.chain(), new Password(ISSUED.key()), "CA");

    @ParameterizedTest
    @CsvSource({
        "P8D, TRUE, CERTIFICATE_VALID",
        "P7DT1S, TRUE, CERTIFICATE_VALID",
        "P7D, FALSE, CERTIFICATE_EXPIRING",
        "PT1S, FALSE, CERTIFICATE_EXPIRING",
        "PT0S, FALSE, CERTIFICATE_EXPIRED",
        "-P1D, FALSE, CERTIFICATE_EXPIRED"
    })
    void aCertificateIsToldOfAWeekBeforeItsEnd(Duration before, ConditionStatus status, Reason reason) {
        // When
        Finding finding = finding(found().at(END.minus(before)));

        // Then
        assertThat(finding.status()).isEqualTo(status);
        assertThat(finding.reason()).isEqualTo(reason);
        assertThat(finding.message()).contains(END.toString());
    }

    @Test
    void theMessageIsTheSameTheNextDay() {
        assertThat(finding(found().at(END.minus(Duration.ofDays(5)))))
                .isEqualTo(finding(found().at(END.minus(Duration.ofDays(4)))));
    }

    @Test
    void aServerThatSaysItHasAnotherCertificateIsBehind() {
        // Given
        ObservedBuilder other = found().redis(saying(CertificatePaths.of("other")));
        ObservedBuilder same = found().redis(saying(CertificatePaths.of(CERTIFICATE.fingerprint())));
        ObservedBuilder started = found().redis(saying(CertificatePaths.atStart()));

        // Then
        assertThat(finding(other).reason()).isEqualTo(Reason.CERTIFICATE_PENDING);
        assertThat(finding(same).reason()).isEqualTo(Reason.CERTIFICATE_VALID);
        assertThat(finding(started).reason()).isEqualTo(Reason.CERTIFICATE_VALID);
    }

    @Test
    void whatIsWrongWithTheSecretIsRepeated() {
        // Given
        Cause wrong = new Cause(Reason.CERTIFICATE_INVALID, "It is no PEM.");

        // When
        Finding finding =
                finding(ObservedBuilder.nothing().tls(Optional.empty(), new CertificateSource.Unusable(wrong)));

        // Then
        assertThat(finding.status()).isEqualTo(ConditionStatus.FALSE);
        assertThat(finding.message()).isEqualTo("It is no PEM.");
    }

    @Test
    void aServerThatEncryptsNothingHasNoSuchCondition() {
        assertThat(CertificateFinding.of(ObservedBuilder.nothing().observed())).isEmpty();
    }

    private static ObservedBuilder found() {
        return ObservedBuilder.certificate(CERTIFICATE);
    }

    private static ObservedRedis saying(CertificatePaths paths) {
        return new ObservedRedis.Answered(
                new RunningServer(
                        new RedisAddress("10.0.0.7", 6380, Optional.of(Tls.trusting("CA"))),
                        SampleProfiles.credentials(),
                        "ALIAS"),
                ServerInfo.parse("redis_version:7.0.15"),
                new TreeMap<>(paths.parameters()));
    }

    private static Finding finding(ObservedBuilder seen) {
        return CertificateFinding.of(seen.observed()).orElseThrow();
    }
}
