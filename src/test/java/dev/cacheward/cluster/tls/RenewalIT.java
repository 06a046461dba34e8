package dev.cacheward.cluster.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.EncryptedProfile;
import dev.cacheward.cluster.rig.TestImages;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.redis.client.ShownCertificate;
import dev.cacheward.redis.client.replication.CountingWriters;
import dev.cacheward.status.ConditionType;
import dev.cacheward.testbed.certificates.CertificateAuthority;
import dev.cacheward.testbed.certificates.Issued;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A new certificate reaches a server that twenty clients write to, and none of them notices. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenewalIT {
    private static final int WRITERS = 20;

    private TestNamespace namespace;

    @BeforeAll
    void create() {
        namespace = new TestNamespace("renewal");
    }

    @AfterAll
    void delete() {
        namespace.close();
    }

    static Stream<String> images() {
        return TestImages.all().stream();
    }

    @ParameterizedTest
    @MethodSource("images")
    void aNewCertificateIsShownAndNoCommandFails(String image) {
        // Given
        CertificateAuthority authority = CertificateAuthority.root("ca");
        EncryptedProfile encrypted = new EncryptedProfile(namespace, "r" + Integer.toHexString(image.hashCode()));
        encrypted.putCertificate(authority);
        encrypted
                .profile()
                .applyAndAwaitReady("{image: '" + image + "', " + encrypted.tls(", clientAuth: Optional") + "}");
        String pod = encrypted.profile().podUid();
        try (CountingWriters writers = new CountingWriters(WRITERS, encrypted.application(), encrypted::published)) {
            TestNamespace.patiently().until(() -> writers.allWrite() && writers.writes() > 1_000);

            // When
            Issued renewed = encrypted.putCertificate(authority);
            kubelet().until(() -> shows(encrypted, renewed));

            // Then
            long then = writers.writes();
            TestNamespace.patiently().until(() -> writers.writes() > then + 1_000);
            writers.stop();
            assertThat(writers.errors()).allSatisfy(errors -> assertThat(errors).isEmpty());
            assertThat(writers.lost(key -> String.valueOf(encrypted.ask("GET", key))))
                    .isEmpty();
            assertThat(encrypted.profile().podUid()).isEqualTo(pod);
        }
    }

    @ParameterizedTest
    @MethodSource("images")
    void aCertificateOfAnotherAuthorityIsTrustedBesideTheOldOneUntilItIsShown(String image) {
        // Given
        CertificateAuthority first = CertificateAuthority.root("first");
        CertificateAuthority second = CertificateAuthority.root("second");
        EncryptedProfile encrypted = new EncryptedProfile(namespace, "a" + Integer.toHexString(image.hashCode()));
        encrypted.putCertificate(first);
        encrypted.profile().applyAndAwaitReady("{image: '" + image + "', " + encrypted.tls("") + "}");

        // When
        Issued renewed = encrypted.putCertificate(second);

        // Then
        kubelet().until(() -> {
            assertThat(encrypted.ask("PING")).isEqualTo("PONG");
            return shows(encrypted, renewed);
        });
        kubelet()
                .untilAsserted(
                        () -> assertThat(namespace.secret(encrypted.profile().name() + "-redis", "ca.crt"))
                                .isEqualTo(second.pem()));
        assertThat(encrypted.ask("PING")).isEqualTo("PONG");
        kubelet()
                .untilAsserted(
                        () -> assertThat(namespace.message(encrypted.profile().name(), ConditionType.CERTIFICATE_VALID))
                                .contains("ends at"));
    }

    /** Whether the server shows it. The operator is asked to look again, since nobody wants to wait a minute for each look. */
    private static boolean shows(EncryptedProfile encrypted, Issued issued) {
        encrypted.look();
        return ShownCertificate.of(encrypted.published()).equals(issued.certificate());
    }

    /** The kubelet brings new files when it sees fit. */
    private static ConditionFactory kubelet() {
        return TestNamespace.patiently().pollInterval(Duration.ofSeconds(1)).atMost(Duration.ofMinutes(4));
    }
}
