package dev.cacheward.cluster.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cacheward.cluster.rig.EncryptedProfile;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.replication.CountingWriters;
import dev.cacheward.testbed.certificates.CertificateAuthority;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From connections in clear to encrypted ones and back, while twenty clients write. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MoveIT {
    private static final int WRITERS = 20;
    private static final CertificateAuthority CA = CertificateAuthority.root("ca");

    private TestNamespace namespace;

    @BeforeAll
    void create() {
        namespace = new TestNamespace("move");
    }

    @AfterAll
    void delete() {
        namespace.close();
    }

    @Test
    void eachClientIsCutOnceOnTheWayToEncryptionAndNoneAfterIt() {
        // Given
        EncryptedProfile encrypted = new EncryptedProfile(namespace, "there");
        encrypted.putCertificate(CA);
        encrypted.profile().applyAndAwaitReady("{}");
        RedisAddress plain = encrypted.published();
        try (CountingWriters old = writers(encrypted, () -> plain)) {
            String before = encrypted.profile().podUid();

            // When
            encrypted.profile().apply("{" + encrypted.tls(", plaintext: Allowed") + "}");
            namespace.awaitNewPod("there", before);
            awaitPort(encrypted, 6380);

            // Then
            assertUnharmed(old, encrypted, 1);
        }
        String after = encrypted.profile().podUid();
        try (CountingWriters moved = writers(encrypted, encrypted::published)) {
            // When
            encrypted.profile().applyAndAwaitReady("{" + encrypted.tls("") + "}");

            // Then
            assertUnharmed(moved, encrypted, 0);
        }
        assertThat(encrypted.profile().podUid()).isEqualTo(after);
        TestNamespace.patiently()
                .untilAsserted(() -> assertThatThrownBy(
                                () -> encrypted.ask(new RedisAddress(address(encrypted), 6379), "PING"))
                        .isInstanceOf(UncheckedIOException.class));
    }

    @Test
    void theWayBackLosesNothingEither() {
        // Given
        EncryptedProfile encrypted = new EncryptedProfile(namespace, "back");
        encrypted.putCertificate(CA);
        encrypted.profile().applyAndAwaitReady("{" + encrypted.tls("") + "}");
        RedisAddress published = encrypted.published();
        try (CountingWriters moved = writers(encrypted, () -> published)) {
            encrypted.profile().applyAndAwaitReady("{" + encrypted.tls(", plaintext: Allowed") + "}");
            assertUnharmed(moved, encrypted, 0);
        }
        RedisAddress plain = new RedisAddress(published.host(), 6379);
        try (CountingWriters old = writers(encrypted, () -> plain)) {
            String before = encrypted.profile().podUid();

            // When
            encrypted.profile().apply("{}");
            namespace.awaitNewPod("back", before);
            awaitPort(encrypted, 6379);

            // Then
            assertUnharmed(old, encrypted, 1);
        }
        TestNamespace.patiently().until(() -> namespace.secret("back-redis-certificate") == null);
    }

    @Test
    void aServerThatEncryptsGivesItsDataToTheNextOneEncrypted() {
        // Given
        EncryptedProfile encrypted = new EncryptedProfile(namespace, "rolls");
        encrypted.putCertificate(CA);
        encrypted.profile().applyAndAwaitReady("{" + encrypted.tls(", clientAuth: Optional") + "}");
        try (CountingWriters writers = writers(encrypted, encrypted::published)) {
            String before = encrypted.profile().podUid();

            // When
            encrypted
                    .profile()
                    .apply("{" + encrypted.tls(", clientAuth: Optional") + ", podTemplate: {labels: {a: b}}}");
            namespace.awaitNewPod("rolls", before);

            // Then
            assertUnharmed(writers, encrypted, 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Snapshot", "AppendOnly"})
    void dataOnAVolumeStays(String mode) {
        // Given
        String name = mode.toLowerCase(Locale.ROOT);
        EncryptedProfile encrypted = new EncryptedProfile(namespace, name);
        String volume = "persistence: {mode: " + mode + ", size: 64Mi}";
        encrypted.putCertificate(CA);
        encrypted.profile().applyAndAwaitReady("{" + volume + "}");
        encrypted.ask("SET", "kept", "1");
        String before = encrypted.profile().podUid();

        // When
        encrypted.profile().apply("{" + volume + ", " + encrypted.tls("") + "}");
        namespace.awaitNewPod(name, before);
        awaitPort(encrypted, 6380);

        // Then
        assertThat(encrypted.ask("GET", "kept")).isEqualTo("1");
    }

    private static CountingWriters writers(EncryptedProfile encrypted, Supplier<RedisAddress> service) {
        CountingWriters writers = new CountingWriters(WRITERS, encrypted.application(), service);
        TestNamespace.patiently().until(() -> writers.allWrite() && writers.writes() > 1_000);
        return writers;
    }

    private void awaitPort(EncryptedProfile encrypted, int port) {
        TestNamespace.patiently().until(() -> encrypted.published().port() == port);
        encrypted.profile().awaitReady();
    }

    private static void assertUnharmed(CountingWriters writers, EncryptedProfile encrypted, int cuts) {
        long then = writers.writes();
        TestNamespace.patiently().until(() -> writers.writes() > then + 1_000);
        writers.stop();
        assertThat(writers.lost(key -> String.valueOf(encrypted.ask("GET", key))))
                .isEmpty();
        assertThat(writers.errors()).allSatisfy(errors -> assertThat(errors).hasSizeLessThanOrEqualTo(cuts));
    }

    private static String address(EncryptedProfile encrypted) {
        return encrypted.profile().pod().getStatus().getPodIP();
    }
}
