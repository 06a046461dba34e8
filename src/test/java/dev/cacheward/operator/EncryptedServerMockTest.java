package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.kubernetes.fields.SecretText;
import dev.cacheward.redis.client.external.TlsBinary;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.certificates.CertificateAuthority;
import dev.cacheward.testbed.certificates.CertificateAuthority.Subject;
import dev.cacheward.testbed.certificates.Issued;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator and a server that encrypts, a real one, without a cluster. */
class EncryptedServerMockTest {
    private static final CertificateAuthority CA = CertificateAuthority.root("ca");
    private static final String HOST = "shop-redis." + EmbeddedApi.NAMESPACE + ".svc.cluster.local";

    private RunningOperator running;

    @BeforeEach
    void start() {
        assertThat(TlsBinary.find()).isNotNull();
        running = new RunningOperator();
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void aSecretThatIsMissingIsNamedAndItsArrivalMakesTheServer() {
        // Given
        running.apply(profile("tls: {secretName: certs}"));
        assertThat(running.awaitProfile("shop", ConditionType.READY, Reason.SECRET_NOT_FOUND)
                        .message())
                .contains("\"certs\"", "spec.redis.managed.tls.secretName");
        assertThat(secret("shop-redis")).isNull();

        // When
        putCertificate();

        // Then
        running.awaitReady("shop");
        assertThat(text("shop-redis", "uri")).startsWith("rediss://").endsWith("@" + HOST + ":6380/0");
        assertThat(text("shop-redis-env", "ca.crt")).isEqualTo(CA.pem());
        assertThat(service().getSpec().getPorts())
                .extracting(ServicePort::getPort)
                .containsExactly(6380);
    }

    @Test
    void aServerInClearGivesWayToOneThatSpeaksBothAndThenOnlyEncrypted() {
        // Given
        putCertificate();
        running.apply(profile(""));
        running.awaitReady("shop");
        assertThat(text("shop-redis", "uri")).startsWith("redis://");

        // When
        running.apply(profile("tls: {secretName: certs, plaintext: Allowed}"));
        RunningOperator.soon().until(() -> text("shop-redis", "uri").startsWith("rediss://"));
        running.awaitReady("shop");

        // Then
        assertThat(service().getSpec().getPorts())
                .extracting(ServicePort::getPort)
                .containsExactly(6379, 6380);

        // When
        running.apply(profile("tls: {secretName: certs}"));

        // Then
        RunningOperator.soon()
                .untilAsserted(() -> assertThat(service().getSpec().getPorts())
                        .extracting(ServicePort::getPort)
                        .containsExactly(6380));
        running.awaitReady("shop");
        assertThat(text("shop-redis", "port")).isEqualTo("6380");
    }

    private void putCertificate() {
        Issued issued = CA.issue(Subject.server(HOST));
        running.apply("""
                apiVersion: v1
                kind: Secret
                metadata: {name: certs}
                type: kubernetes.io/tls
                data: {tls.crt: %s, tls.key: %s, ca.crt: %s}
                """.formatted(base64(issued.chain()), base64(issued.key()), base64(CA.pem())));
    }

    private static String profile(String managed) {
        return """
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: shop}
                spec: {ttls: {users: 60s}, redis: {managed: {%s}}}
                """.formatted(managed);
    }

    private String text(String secret, String key) {
        return SecretText.decode(secret(secret), key).orElse("");
    }

    private Secret secret(String name) {
        return running.client
                .secrets()
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName(name)
                .get();
    }

    private Service service() {
        return running.client
                .services()
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName("shop-redis")
                .get();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes());
    }
}
