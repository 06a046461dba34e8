package dev.cacheward.ratelimitpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.kubernetes.OwnerKind;
import dev.cacheward.kubernetes.Ownership;
import dev.cacheward.kubernetes.fields.SecretText;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The limiter's URL in a Secret of the policy's own. */
class LimiterConnectionTest {
    private static final Owner POLICY = new Owner("cacheward.dev/v1alpha1", OwnerKind.POLICY, "team", "shop", "1-2-3");

    @Test
    void theSecretHasTheUrlOfTheProfileUnderOneNameAlone() {
        // When
        Secret secret = LimiterConnection.of(binding(Map.of("url", "redis://limits", "password", "secret")))
                .orElseThrow()
                .environment(POLICY);

        // Then
        assertThat(secret.getMetadata().getName()).isEqualTo("shop-limits-env");
        assertThat(secret.getData()).containsOnlyKeys("RATE_LIMIT_STORAGE_URI");
        assertThat(SecretText.decode(secret, "RATE_LIMIT_STORAGE_URI")).contains("redis://limits");
        assertThat(secret.getMetadata().getLabels()).containsEntry("cacheward.dev/policy", "shop");
        assertThat(Ownership.of(secret, POLICY)).isEqualTo(Ownership.OURS);
    }

    @Test
    void ofAnEncryptedConnectionTheSecretHasTheCaAndNoKeyOfAClient() {
        // When
        Secret secret = LimiterConnection.of(
                        binding(Map.of("url", "rediss://limits", "ca.crt", "a CA", "tls.key", "a key")))
                .orElseThrow()
                .environment(POLICY);

        // Then
        assertThat(secret.getData()).containsOnlyKeys("RATE_LIMIT_STORAGE_URI", "ca.crt");
        assertThat(SecretText.decode(secret, "ca.crt")).contains("a CA");
    }

    @Test
    void theRevisionIsThatOfTheProfilesConnection() {
        // Given
        Secret revised = binding(Map.of("url", "redis://limits"));
        revised.getMetadata().setAnnotations(Map.of(Labels.CONNECTION, "r1"));

        // Then
        assertThat(LimiterConnection.of(revised).orElseThrow().revision()).contains("r1");
        assertThat(LimiterConnection.of(binding(Map.of("url", "redis://limits")))
                        .orElseThrow()
                        .revision())
                .isEmpty();
    }

    @Test
    void aSecretWithoutAUrlPublishesNothing() {
        assertThat(LimiterConnection.of(binding(Map.of("host", "limits")))).isEmpty();
    }

    @Test
    void theWordsHoldNoPassword() {
        assertThat(new LimiterConnection("redis://default:secret@limits", new TreeMap<>(), Optional.empty()))
                .asString()
                .doesNotContain("secret");
    }

    private static Secret binding(Map<String, String> texts) {
        return new SecretBuilder()
                .withNewMetadata()
                .withName("shop-limits-redis")
                .endMetadata()
                .withData(SecretText.encode(new TreeMap<>(texts)))
                .build();
    }
}
