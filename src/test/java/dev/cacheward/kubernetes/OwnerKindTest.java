package dev.cacheward.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import io.fabric8.kubernetes.api.model.HasMetadata;
import org.junit.jupiter.api.Test;

/** The names that clusters keep. */
class OwnerKindTest {
    @Test
    void eachKindKeepsItsNames() {
        assertThat(OwnerKind.PROFILE.label()).isEqualTo("cacheward.dev/profile");
        assertThat(OwnerKind.PROFILE.fieldManager("shop")).isEqualTo("cacheward-profile-shop");
        assertThat(OwnerKind.PROFILE.annotation("shop")).isEqualTo("profile.cacheward.dev/shop");
        assertThat(OwnerKind.POLICY.label()).isEqualTo("cacheward.dev/policy");
        assertThat(OwnerKind.POLICY.fieldManager("shop")).isEqualTo("cacheward-policy-shop");
        assertThat(OwnerKind.POLICY.annotation("shop")).isEqualTo("policy.cacheward.dev/shop");
    }

    @Test
    void bothCustomResourcesAreOwners() {
        assertThat(OwnerKind.of(HasMetadata.getKind(CacheProfile.class))).isEqualTo(OwnerKind.PROFILE);
        assertThat(OwnerKind.of(HasMetadata.getKind(RateLimitPolicy.class))).isEqualTo(OwnerKind.POLICY);
    }

    @Test
    void aFieldManagerOfTheOperatorIsRecognised() {
        assertThat(OwnerKind.isFieldManager(Writer.FIELD_MANAGER)).isTrue();
        assertThat(OwnerKind.isFieldManager(OwnerKind.POLICY.fieldManager("shop")))
                .isTrue();
        assertThat(OwnerKind.isFieldManager("cacheward-ui")).isFalse();
        assertThat(OwnerKind.isFieldManager("helm")).isFalse();
    }

    @Test
    void anotherKindOwnsNothing() {
        assertThatThrownBy(() -> OwnerKind.of("ConfigMap"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ConfigMap");
    }
}
