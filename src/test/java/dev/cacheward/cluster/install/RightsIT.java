package dev.cacheward.cluster.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.ApplicationConnection;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A right that an installed operator lacks is told in the API server's words; all else goes on, and it heals when granted. */
class RightsIT extends InstallFixture {
    private HelmRelease release;
    private TestNamespace namespace;

    @BeforeAll
    void install() {
        release = new HelmRelease(client);
        release.install(image);
    }

    @AfterAll
    void uninstall() {
        if (release != null) {
            release.close();
        }
    }

    @BeforeEach
    void create() {
        namespace = new TestNamespace("right", client);
    }

    @AfterEach
    void delete() {
        namespace.close();
    }

    @Test
    void aServerServesOnWhoseNetworkPolicyMayNotBeChanged() {
        // Given
        namespace.apply(ResourceManifests.managed("shop", ResourceManifests.EVERYTHING));
        namespace.awaitReady("shop");
        without("patch", "networkpolicies", () -> {
            // When
            namespace.apply(ResourceManifests.profile(
                    "shop", "users: 90s", ResourceManifests.EVERYTHING.replace("app: shop", "app: till"), ""));

            // Then
            awaitWords("cannot patch resource \"networkpolicies\"");
            namespace.awaitProfile("shop", ConditionType.CONFIG_DELIVERED, "True", Reason.DELIVERED);
            assertThat(namespace.configMap("shop-cache").getData()).containsEntry("CACHE_TTL_USERS", "90");
            assertThat(ApplicationConnection.ping(namespace, "shop")).isEqualTo("PONG");
        });
        namespace.awaitReady("shop");
    }

    @Test
    void aServerThatMayNotBeMadeKeepsNoTtlsAndLimitsBack() {
        without("patch", "statefulsets", () -> {
            // When
            namespace.apply(ResourceManifests.profile("shop"));
            namespace.apply(ResourceManifests.policy("shop", "shop", "query: 20/minute"));

            // Then
            awaitWords("cannot patch resource \"statefulsets\"");
            namespace.awaitProfile("shop", ConditionType.CONFIG_DELIVERED, "True", Reason.DELIVERED);
            namespace.awaitPolicy("shop", ConditionType.CONFIG_DELIVERED, "True", Reason.DELIVERED);
        });
        namespace.awaitReady("shop");
    }

    @Test
    void theRightToMakeAnObjectIsTold() {
        without("create", "configmaps", () -> {
            // When
            namespace.apply(ResourceManifests.profile("shop"));

            // Then
            awaitWords("cannot create resource \"configmaps\"");
            assertThat(namespace.secret("shop-redis")).isNotNull();
        });
        namespace.awaitReady("shop");
    }

    @Test
    void theRightToTakeAnObjectAwayIsTold() {
        // Given
        namespace.apply(ResourceManifests.profile("shop", "users: 60s", "", "delivery: [{configMap: {name: old}}]"));
        namespace.awaitReady("shop");
        without("delete", "configmaps", () -> {
            // When
            namespace.apply(
                    ResourceManifests.profile("shop", "users: 60s", "", "delivery: [{configMap: {name: new}}]"));

            // Then
            awaitWords("cannot delete resource \"configmaps\"");
            assertThat(namespace.configMap("new").getData()).containsEntry("CACHE_TTL_USERS", "60");
            assertThat(ApplicationConnection.ping(namespace, "shop")).isEqualTo("PONG");
        });
        TestNamespace.patiently().until(() -> namespace.configMap("old") == null);
        namespace.awaitReady("shop");
    }

    @Test
    void theRightToSetTheFinalizerIsToldAndNothingIsMergedWithout() {
        // Given
        namespace.apply("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app}\ndata: {own: kept}\n");
        without("patch", "cacheprofiles", () -> {
            // When
            namespace.apply(ResourceManifests.profile(
                    "shop", "users: 60s", "", "delivery: [{configMap: {name: app, mode: Merge}}]"));

            // Then
            awaitWords("cannot patch resource \"cacheprofiles\"");
            assertThat(namespace.configMap("app").getData()).isEqualTo(Map.of("own", "kept"));
        });
        namespace.awaitReady("shop");
        assertThat(namespace.configMap("app").getData()).containsKeys("own", "CACHE_TTL_USERS");
    }

    @Test
    void theRightToReadThePasswordOfAnotherSecretIsTold() {
        // Given
        namespace.apply(ResourceManifests.secret("mine", "password", "correct horse"));
        without("get", "secrets", () -> {
            // When
            namespace.apply(ResourceManifests.managed("shop", "auth: {passwordFrom: {name: mine, key: password}}"));

            // Then
            awaitWords("cannot get resource \"secrets\"");
            namespace.awaitProfile("shop", ConditionType.CONFIG_DELIVERED, "True", Reason.DELIVERED);
        });
        namespace.awaitReady("shop");
    }

    private void without(String verb, String resource, Runnable test) {
        RevokedPermission right = new RevokedPermission(client, release, verb, resource);
        try {
            test.run();
        } finally {
            right.grantAgain();
        }
    }

    private void awaitWords(String words) {
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(namespace.message("shop", ConditionType.READY))
                        .contains(words));
    }
}
