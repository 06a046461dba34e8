package dev.cacheward.cluster.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.EncryptedProfile;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.redis.client.ShownCertificate;
import dev.cacheward.redis.client.replication.CountingWriters;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.certificates.CertificateAuthority;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** A certificate that a real cert-manager makes. The first test needs a cluster that has none yet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CertManagerIT {
    private static final CertificateAuthority CA = CertificateAuthority.root("team");

    private TestNamespace namespace;

    @BeforeAll
    void create() {
        namespace = new TestNamespace("issuer");
    }

    @AfterAll
    void delete() {
        namespace.close();
    }

    @Test
    @Order(1)
    void aClusterWithoutCertManagerIsToldSo() {
        // When
        namespace.apply(profile("none", "tls: {issuerRef: {name: team-ca}}"));

        // Then
        namespace.awaitProfile("none", ConditionType.READY, "False", Reason.CERTIFICATE_PENDING);
        assertThat(namespace.message("none", ConditionType.READY)).contains("cert-manager is not installed");
    }

    @Test
    @Order(2)
    void aCertificateIsOrderedRenewedAndNoLongerOrdered() {
        try (CertManager manager = CertManager.start()) {
            // Given
            assertThat(manager).isNotNull();
            EncryptedProfile encrypted = new EncryptedProfile(namespace, "ordered");
            encrypted.profile().apply("{tls: {issuerRef: {name: team-ca}, clientAuth: Optional}}");
            TestNamespace.patiently()
                    .untilAsserted(() -> assertThat(namespace.message("ordered", ConditionType.CERTIFICATE_VALID))
                            .contains("cert-manager has not issued"));

            // When
            namespace.apply(issuer());

            // Then
            encrypted.profile().awaitReady();
            namespace.awaitProfile("ordered", ConditionType.CERTIFICATE_VALID, "True", Reason.CERTIFICATE_VALID);
            assertThat(encrypted.ask("SET", "a", "b")).isEqualTo("OK");
            assertRenewed(encrypted);
            encrypted.profile().applyAndAwaitReady("{}");
            TestNamespace.patiently().until(() -> order("ordered").get() == null);
        }
    }

    private void assertRenewed(EncryptedProfile encrypted) {
        X509Certificate before = ShownCertificate.of(encrypted.published());
        try (CountingWriters writers = new CountingWriters(20, encrypted.application(), encrypted::published)) {
            TestNamespace.patiently().until(() -> writers.allWrite() && writers.writes() > 1_000);
            namespace.resource(Secret.class, "ordered-redis-tls").delete();
            TestNamespace.patiently()
                    .atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        encrypted.look();
                        return !ShownCertificate.of(encrypted.published()).equals(before);
                    });
            writers.stop();
            assertThat(writers.errors()).allSatisfy(errors -> assertThat(errors).isEmpty());
        }
    }

    private Resource<GenericKubernetesResource> order(String profile) {
        return TestCluster.get()
                .client()
                .genericKubernetesResources("cert-manager.io/v1", "Certificate")
                .inNamespace(namespace.name())
                .withName(profile + "-redis-tls");
    }

    private static String profile(String name, String managed) {
        return """
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: %s}
                spec: {ttls: {page: 60s}, redis: {managed: {%s}}}
                """.formatted(name, managed);
    }

    private static String issuer() {
        return """
                apiVersion: v1
                kind: Secret
                metadata: {name: team-ca}
                type: kubernetes.io/tls
                data: {tls.crt: %s, tls.key: %s}
                ---
                apiVersion: cert-manager.io/v1
                kind: Issuer
                metadata: {name: team-ca}
                spec: {ca: {secretName: team-ca}}
                """.formatted(base64(CA.pem()), base64(CA.key()));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes());
    }
}
