package dev.cacheward.cacheprofile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.render.BindingRenderer;
import dev.cacheward.cacheprofile.render.PublishedSecret;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.redis.Password;
import dev.cacheward.validation.Fingerprint;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which change of the published Secrets is a change of the connection. */
class PublishedConnectionTest {
    private static final String EMPTY = "";

    @Test
    void theSecretsOfAnEarlierReleaseStayAsTheyAre() {
        // When
        PublishedConnection published = publish(seen("app", EMPTY, "app", EMPTY), "app");

        // Then
        assertThat(published.known()).isEmpty();
        assertThat(published.binding()).isEqualTo(binding("app"));
        assertThat(published.environment()).isEqualTo(environment("app"));
    }

    @Test
    void anotherPasswordIsAnotherRevisionOfBothSecrets() {
        // When
        PublishedConnection published = publish(seen("old", "r1", "old", "r1"), "new");

        // Then
        assertThat(published.known()).isPresent().get().isNotEqualTo("r1");
        assertThat(published.binding().getMetadata().getAnnotations())
                .containsEntry(Labels.CONNECTION, published.revision());
        assertThat(published.environment().getMetadata().getAnnotations())
                .containsEntry(Labels.CONNECTION, published.revision());
    }

    @Test
    void theRevisionTellsNothingOfThePassword() {
        // Given
        ObservedBuilder seen = seen("old", "r1", "old", "r1");

        // Then
        assertThat(publish(seen, "one").revision())
                .isEqualTo(publish(seen, "two").revision())
                .isNotEqualTo(Fingerprint.of("one"));
    }

    @Test
    void theRevisionStaysWhileOneOfTheSecretsHasIt() {
        assertThat(publish(seen("app", "r1", "edited", "r1"), "app").known()).contains("r1");
        assertThat(publish(seen("edited", "r1", "app", "r1"), "app").known()).contains("r1");
        assertThat(publish(seen("app", EMPTY, "app", "r1"), "app").known()).contains("r1");
        assertThat(publish(ObservedBuilder.nothing().environment(revised(environment("app"), "r1")), "app")
                        .known())
                .contains("r1");
    }

    @Test
    void aLostConnectionAndTheFirstOneAreNewOnes() {
        assertThat(publish(ObservedBuilder.nothing(), "app").known()).isPresent();
        assertThat(publish(ObservedBuilder.nothing().environment(revised(environment("old"), "r1")), "app")
                        .known())
                .isPresent()
                .get()
                .isNotEqualTo("r1");
    }

    @Test
    void anotherSpellingOfTheHostIsTheSameConnection() {
        // Given
        ObservedBuilder seen = ObservedBuilder.nothing()
                .binding(withHost(revised(binding("app"), "r1"), "host", "shop-redis.team.svc.cluster.local"))
                .environment(withHost(revised(environment("app"), "r1"), "REDIS_HOST", "shop-redis.team"));

        // Then
        assertThat(publish(seen, "app").known()).contains("r1");
    }

    @Test
    void anotherPrefixOfTheNamesIsAnotherConnectionWithTheSamePassword() {
        // Given
        Profile prefixed =
                SampleProfiles.valid(SampleProfiles.profile("ttls: {users: 60s}", "binding: {envPrefix: LIMITS_}"));
        ObservedBuilder seen = seen("app", "r1", "app", "r1");

        // When
        PublishedConnection published = PublishedConnection.of(
                binding("app"),
                SampleBindings.environment(prefixed, new Password("app")),
                seen.observed(),
                "1-2-3",
                false);

        // Then
        assertThat(published.known()).isPresent().get().isNotEqualTo("r1");
        assertThat(published.environment().getData())
                .containsKeys("LIMITS_REDIS_URL", "LIMITS_REDIS_PASSWORD", "LIMITS_RATE_LIMIT_STORAGE_URI")
                .doesNotContainKeys("REDIS_URL", "RATE_LIMIT_STORAGE_URI");
        assertThat(PublishedSecret.environmentPassword(published.environment())).contains("app");
    }

    @Test
    void anEditIsAnAbsenceAndWhatAnotherReleaseWroteIsNone() {
        assertThat(publish(seen("app", "r1", "edited", "r1"), "app").returned()).isTrue();
        assertThat(publish(seen("app", "r1", "app", "r1"), "app").returned()).isFalse();
        assertThat(publish(seen("app", EMPTY, "app", EMPTY), "app").returned()).isFalse();
        assertThat(publish(
                                ObservedBuilder.nothing()
                                        .binding(revised(binding("app"), "r1"))
                                        .environment(withHost(revised(environment("app"), "r1"), "REDIS_URL", "mine")),
                                "app")
                        .returned())
                .isTrue();
    }

    @Test
    void aWriteThatIsTriedAgainHasTheSameRevision() {
        // Given
        ObservedBuilder seen = seen("old", "r1", "old", "r1");

        // Then
        assertThat(publish(seen, "new")).isEqualTo(publish(seen, "new"));
    }

    private static ObservedBuilder seen(String binding, String ofBinding, String environment, String ofEnvironment) {
        return ObservedBuilder.nothing()
                .binding(revised(binding(binding), ofBinding))
                .environment(revised(environment(environment), ofEnvironment));
    }

    private static PublishedConnection publish(ObservedBuilder seen, String password) {
        return PublishedConnection.of(binding(password), environment(password), seen.observed(), "1-2-3", false);
    }

    private static Secret binding(String password) {
        return SampleBindings.binding(profile(), new Password(password));
    }

    private static Secret environment(String password) {
        return SampleBindings.environment(profile(), new Password(password));
    }

    private static Secret revised(Secret secret, String revision) {
        return BindingRenderer.revised(secret, revision, Optional.empty());
    }

    private static Secret withHost(Secret secret, String key, String host) {
        Map<String, String> data = new TreeMap<>(secret.getData());
        data.put(key, Base64.getEncoder().encodeToString(host.getBytes()));
        secret.setData(data);
        return secret;
    }

    private static Profile profile() {
        return SampleProfiles.valid(SampleProfiles.minimal());
    }
}
