package dev.cacheward.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.ApplicationConnection;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.ResourceVersions;
import dev.cacheward.cluster.rig.TestNamespace;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated Secrets that are lost are made again, and the server follows them; those that have lost a label are not lost. */
class LostSecretsIT {
    private TestNamespace namespace;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("lost");
        namespace.apply(ResourceManifests.profile("shop"));
        namespace.awaitReady("shop");
    }

    @AfterEach
    void delete() {
        namespace.close();
    }

    @Test
    void aLostServerSecretIsMadeAgainAndThePodRollsWithTheSamePublishedPassword() {
        // Given
        String pod = podUid();
        Map<String, String> published = namespace.secret("shop-redis").getData();

        // When
        namespace.resource(Secret.class, "shop-redis-server").delete();

        // Then
        awaitNewPod(pod);
        assertThat(namespace.secret("shop-redis").getData()).isEqualTo(published);
        assertThat(ApplicationConnection.ping(namespace, "shop")).isEqualTo("PONG");
    }

    @Test
    void aLostBindingGetsANewPasswordAndWhoHasTheFormerGoesOnForAWhile() {
        // Given
        String pod = podUid();
        String published = namespace.secret("shop-redis-env", "REDIS_URL");

        // When
        namespace.resource(Secret.class, "shop-redis").delete();

        // Then
        TestNamespace.patiently().untilAsserted(() -> {
            assertThat(namespace.secret("shop-redis-env", "REDIS_URL")).isNotEqualTo(published);
            assertThat(ApplicationConnection.ping(namespace, "shop")).isEqualTo("PONG");
        });
        assertThat(podUid()).isEqualTo(pod);
        assertThat(namespace.secret("shop-redis", "uri")).isEqualTo(namespace.secret("shop-redis-env", "REDIS_URL"));
        assertThat(ApplicationConnection.ping(ApplicationConnection.at(namespace, "shop", published)))
                .isEqualTo("PONG");
    }

    @Test
    void aLostEnvironmentIsMadeAgainAndThePodStays() {
        // Given
        String pod = podUid();
        Map<String, String> environment = namespace.secret("shop-redis-env").getData();

        // When
        namespace.resource(Secret.class, "shop-redis-env").delete();

        // Then
        TestNamespace.patiently()
                .untilAsserted(() ->
                        assertThat(namespace.secret("shop-redis-env").getData()).isEqualTo(environment));
        assertThat(podUid()).isEqualTo(pod);
    }

    /** What Helm asks for before it takes over an object. */
    @ParameterizedTest
    @ValueSource(strings = {"shop-redis", "shop-redis-env", "shop-redis-server"})
    void aSecretThatIsLabelledForHelmIsTakenBackWithItsPasswordsAndThePodStays(String name) {
        // Given
        String pod = podUid();
        Map<String, String> data = namespace.secret(name).getData();

        // When
        namespace.resource(Secret.class, name).edit(secret -> {
            secret.getMetadata().getLabels().put("app.kubernetes.io/managed-by", "Helm");
            return secret;
        });

        // Then
        TestNamespace.patiently()
                .untilAsserted(
                        () -> assertThat(namespace.secret(name).getMetadata().getLabels())
                                .containsEntry("app.kubernetes.io/managed-by", "cacheward"));
        ResourceVersions.settled(namespace);
        assertThat(namespace.secret(name).getData()).isEqualTo(data);
        assertThat(podUid()).isEqualTo(pod);
        assertThat(ApplicationConnection.ping(namespace, "shop")).isEqualTo("PONG");
    }

    private String podUid() {
        return namespace.redisPod("shop").orElseThrow().getMetadata().getUid();
    }

    private void awaitNewPod(String before) {
        namespace.awaitNewPod("shop", before);
    }
}
