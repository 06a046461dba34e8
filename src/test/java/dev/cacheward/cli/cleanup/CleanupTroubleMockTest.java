package dev.cacheward.cli.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.testbed.Request;
import dev.cacheward.testbed.ShortTimeoutClient;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A resource that cannot be cleaned up as it should keeps no other from it. */
class CleanupTroubleMockTest {
    private static final int ALWAYS = 1_000;

    private final CleanupRig rig = new CleanupRig();

    @BeforeEach
    void create() {
        create("shop", "app");
        create("team", "other");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void aWriteWithoutAnAnswerIsARefusal() {
        // Given
        rig.api.ignoreNext(
                ALWAYS, request -> request.isWrite() && request.path().endsWith("/configmaps/app"));

        // When
        boolean all;
        try (KubernetesClient impatient = ShortTimeoutClient.client(rig.api)) {
            all = rig.cleanup(impatient, time -> rig.pass(Duration.ofMinutes(1)))
                    .all();
        }

        // Then
        assertThat(all).isFalse();
        assertThat(finalizers("shop")).isEmpty();
        assertThat(finalizers("team")).isEmpty();
        assertThat(data("app")).containsKey("CACHE_TTL_USERS");
        assertThat(data("other")).isEqualTo(Map.of("own", "kept"));
    }

    @Test
    void aFinalizerThatMayNotBeTakenOffIsTriedForAMinuteAndKeepsNoOtherOn() {
        // Given
        rig.api.failNext(ALWAYS, CleanupTroubleMockTest::changesShop, 403, "Forbidden", "may not");

        // When
        boolean all = rig.cleanup.all();

        // Then
        assertThat(all).isFalse();
        assertThat(rig.pauses).hasSize(12);
        assertThat(finalizers("shop")).isNotEmpty();
        assertThat(finalizers("team")).isEmpty();
        assertThat(data("app")).isEqualTo(Map.of("own", "kept"));
        assertThat(data("other")).isEqualTo(Map.of("own", "kept"));
    }

    @Test
    void aFinalizerThatComesOffAtTheSecondTryIsNoTrouble() {
        // Given
        rig.api.failNext(1, CleanupTroubleMockTest::changesShop, 500, "InternalError", "not yet");

        // When
        boolean all = rig.cleanup.all();

        // Then
        assertThat(all).isTrue();
        assertThat(finalizers("shop")).isEmpty();
    }

    /** So that the finalizers are off before the Job has to end. */
    @Test
    void whenTooMuchTimeHasGoneOnlyTheFinalizersComeOff() {
        // Given
        rig.api.failNext(
                ALWAYS, request -> request.isApply() && request.path().endsWith("/configmaps/app"), 500, "E", "e");
        Cleanup slow = rig.cleanup(time -> {
            rig.api.clearRequests();
            rig.pass(Duration.ofSeconds(81));
        });

        // When
        boolean all = slow.all();

        // Then
        assertThat(all).isFalse();
        assertThat(rig.api.writes()).noneMatch(write -> write.path().contains("/configmaps/"));
        assertThat(finalizers("shop")).isEmpty();
    }

    private void create(String profile, String map) {
        rig.apply("a-person", """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: %s}
                data: {own: kept}
                """.formatted(map));
        rig.apply("cacheward-profile-" + profile, """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: %s}
                data: {CACHE_TTL_USERS: '60'}
                """.formatted(map));
        rig.apply("a-person", """
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: %s, finalizers: [cacheward.dev/merged-keys]}
                spec:
                  ttls: {users: 60s}
                  delivery: [{configMap: {name: %s, mode: Merge}}]
                """.formatted(profile, map));
    }

    private static boolean changesShop(Request request) {
        return request.isWrite() && request.path().endsWith("/cacheprofiles/shop");
    }

    private Map<String, String> data(String map) {
        return rig.client.configMaps().withName(map).get().getData();
    }

    private List<String> finalizers(String profile) {
        return rig.client.resources(CacheProfile.class).withName(profile).get().getFinalizers();
    }
}
