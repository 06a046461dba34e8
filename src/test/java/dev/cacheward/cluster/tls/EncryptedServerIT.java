package dev.cacheward.cluster.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cacheward.cluster.rig.EncryptedProfile;
import dev.cacheward.cluster.rig.TestImages;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.Tls;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.certificates.CertificateAuthority;
import dev.cacheward.testbed.certificates.Issued;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server with a certificate out of the author's Secret. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EncryptedServerIT {
    private static final CertificateAuthority CA = CertificateAuthority.root("ca");

    private TestNamespace namespace;

    @BeforeAll
    void create() {
        namespace = new TestNamespace("encrypted");
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
    void anApplicationConnectsWithWhatWasPublishedAndInNoOtherWay(String image) {
        // Given
        String name = "v" + Integer.toHexString(image.hashCode());
        EncryptedProfile encrypted = new EncryptedProfile(namespace, name);
        encrypted.putCertificate(CA);

        // When
        encrypted.profile().applyAndAwaitReady("{image: '" + image + "', " + encrypted.tls("") + "}");

        // Then
        assertThat(namespace.secret(name + "-redis", "uri"))
                .startsWith("rediss://")
                .endsWith("@" + encrypted.host() + ":6380/0");
        assertThat(encrypted.ask("SET", "a", "b")).isEqualTo("OK");
        assertThatThrownBy(() -> encrypted.ask(new RedisAddress(podAddress(name), 6379), "PING"))
                .isInstanceOf(UncheckedIOException.class);
        namespace.awaitProfile(name, ConditionType.CERTIFICATE_VALID, "False", Reason.CERTIFICATE_EXPIRING);
        assertThat(namespace.profile(name).getStatus().redis().endpoint()).isEqualTo(encrypted.host() + ":6380");
    }

    @Test
    void aServerThatDemandsCertificatesTakesThoseOfItsAuthority() {
        // Given
        EncryptedProfile encrypted = new EncryptedProfile(namespace, "demands");
        encrypted.putCertificate(CA);
        encrypted.profile().applyAndAwaitReady("{" + encrypted.tls(", clientAuth: Required") + "}");
        Issued client = CA.issue(CertificateAuthority.Subject.named("application"));

        // When
        Object answer = encrypted.ask(
                encrypted.published(Optional.of(new Tls.ClientCertificate(client.chain(), new Password(client.key())))),
                "PING");

        // Then
        assertThat(answer).isEqualTo("PONG");
        assertThatThrownBy(() -> encrypted.ask("PING")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void clientsAreAskedForCertificatesFromOneMomentToTheNext() {
        // Given
        EncryptedProfile encrypted = new EncryptedProfile(namespace, "asks");
        encrypted.putCertificate(CA);
        encrypted.profile().applyAndAwaitReady("{" + encrypted.tls("") + "}");
        String pod = encrypted.profile().podUid();

        // When
        encrypted.profile().applyAndAwaitReady("{" + encrypted.tls(", clientAuth: Required") + "}");

        // Then
        assertThatThrownBy(() -> encrypted.ask("PING")).isInstanceOf(UncheckedIOException.class);

        // When
        encrypted.profile().applyAndAwaitReady("{" + encrypted.tls("") + "}");

        // Then
        assertThat(encrypted.ask("PING")).isEqualTo("PONG");
        assertThat(encrypted.profile().podUid()).isEqualTo(pod);
    }

    @Test
    void aSecretThatIsMissingOrWrongIsNamedAndLeavesWhatRuns() {
        // Given
        EncryptedProfile encrypted = new EncryptedProfile(namespace, "wrong");
        encrypted.profile().apply("{" + encrypted.tls("") + "}");
        assertThat(encrypted.profile().awaitNotReady(Reason.SECRET_NOT_FOUND)).contains("\"wrong-certs\"");
        encrypted.putCertificate(CA);
        encrypted.profile().awaitReady();
        String pod = encrypted.profile().podUid();
        Map<String, String> published = namespace.secret("wrong-redis").getData();

        // When
        encrypted.put("none", "none", "none");
        encrypted.look();

        // Then
        assertThat(encrypted.profile().awaitNotReady(Reason.CERTIFICATE_INVALID))
                .contains("\"tls.crt\"");
        namespace.awaitProfile("wrong", ConditionType.REDIS_AVAILABLE, "True", Reason.CHECK_PASSED);
        assertThat(namespace.resource(Secret.class, "wrong-redis").get().getData())
                .isEqualTo(published);
        assertThat(encrypted.profile().podUid()).isEqualTo(pod);
        assertThat(encrypted.ask("PING")).isEqualTo("PONG");
    }

    private String podAddress(String name) {
        return namespace.redisPod(name).orElseThrow().getStatus().getPodIP();
    }
}
