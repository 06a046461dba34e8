package dev.cacheward.cacheprofile.plan.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.IssuerReference;
import dev.cacheward.cacheprofile.model.tls.CertificateSource;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderProgressTest {
    private static final IssuerReference ISSUER = new IssuerReference("team-ca", null, null);
    private static final CertificateSource MISSING =
            new CertificateSource.Unusable(new Cause(Reason.SECRET_NOT_FOUND, "There is no Secret."));

    @Test
    void whatCertManagerSaysIsRepeatedOnce() {
        // Given
        GenericKubernetesResource order = order("""
                status:
                  conditions:
                  - {type: Ready, status: "False", message: Issuing certificate as Secret does not exist}
                  - {type: Issuing, status: "True", message: Issuing certificate as Secret does not exist}
                """);

        // When
        Cause cause = OrderProgress.of(Optional.of(order), ISSUER, MISSING);

        // Then
        assertThat(cause.reason()).isEqualTo(Reason.CERTIFICATE_PENDING);
        assertThat(cause.message())
                .containsOnlyOnce("Issuing certificate as Secret does not exist")
                .startsWith("spec.redis.managed.tls.issuerRef");
    }

    @Test
    void anOrderThatNobodyHasSeenNamesTheIssuer() {
        assertThat(OrderProgress.of(Optional.of(order("{}")), ISSUER, MISSING).message())
                .contains("\"team-ca\"");
    }

    @Test
    void aSecretThatIsThereAndWrongIsToldAsSuch() {
        // Given
        Cause wrong = new Cause(Reason.CERTIFICATE_INVALID, "It lacks the host.");

        // Then
        assertThat(OrderProgress.of(Optional.empty(), ISSUER, new CertificateSource.Unusable(wrong)))
                .isEqualTo(wrong);
    }

    @Test
    void aClusterWithoutCertManagerIsToldWhatToInstall() {
        assertThat(OrderProgress.notInstalled().message()).contains("cert-manager is not installed", "tls.secretName");
    }

    @Test
    void aSecretThatCertManagerDidNotWriteForTheOrderIsSomebodyElses() {
        assertThat(OrderProgress.isForeign(secret(Map.of()))).isTrue();
        assertThat(OrderProgress.isForeign(secret(Map.of("cert-manager.io/certificate-name", "other"))))
                .isTrue();
        assertThat(OrderProgress.isForeign(secret(Map.of("cert-manager.io/certificate-name", "shop-redis-tls"))))
                .isFalse();
        assertThat(OrderProgress.taken("shop-redis-tls").message()).contains("\"shop-redis-tls\"", "somebody else");
    }

    private static Secret secret(Map<String, String> annotations) {
        return new SecretBuilder()
                .withNewMetadata()
                .withName("shop-redis-tls")
                .withAnnotations(annotations)
                .endMetadata()
                .build();
    }

    private static GenericKubernetesResource order(String yaml) {
        return new KubernetesSerialization().unmarshal(yaml, GenericKubernetesResource.class);
    }
}
