package dev.cacheward.cluster.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.ApplicationConnection;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestImages;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the chart and the image of an earlier state to those of now, with the same values and live profiles. */
class UpgradeFromPreviousIT extends InstallFixture {
    private static final List<String> PROFILES = List.of("small", "kept", "merging");
    private static final List<String> MAPS = List.of("small-cache", "kept-cache", "app");
    private static final String MERGE = "delivery: [{configMap: {name: app, mode: Merge}}]\n";

    private TestImages.Previous previous;

    @BeforeAll
    void demandPrevious() {
        previous = TestImages.previous();
    }

    @Test
    void noServerIsMovedAndNoKeyLost() {
        try (TestNamespace shop = new TestNamespace("previous", client);
                HelmRelease release = new HelmRelease(client)) {
            // Given
            release.installFrom(previous.chart(), previous.image());
            apply(shop, "60s");
            PROFILES.forEach(profile -> ApplicationConnection.ask(
                    ApplicationConnection.url(shop, profile), redis -> redis.set("visitor", profile)));
            Map<String, String> servers = servers(shop);
            Map<String, Map<String, String>> delivered = delivered(shop);

            // When
            release.upgrade(image);
            OperatorReplicas operator = new OperatorReplicas(client, release.namespace());
            TestNamespace.patiently().until(() -> operator.pods().size() == 1);
            Map<String, Map<String, String>> after = delivered(shop);
            apply(shop, "90s");

            // Then
            assertThat(release.image()).isEqualTo(image);
            assertThat(after).isEqualTo(delivered);
            assertThat(shop.configMap("app").getData()).containsEntry("CACHE_TTL_USERS", "90");
            assertThat(servers(shop)).isEqualTo(servers);
            assertThat(PROFILES.stream().map(profile -> visitor(shop, profile))).containsExactlyElementsOf(PROFILES);
        }
    }

    private static String visitor(TestNamespace namespace, String profile) {
        return ApplicationConnection.ask(ApplicationConnection.url(namespace, profile), redis -> redis.get("visitor"));
    }

    /** Returns when the operator that runs now has seen each generation, and calls it Ready. */
    private static void apply(TestNamespace namespace, String ttl) {
        namespace.apply("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app}\ndata: {own: kept}\n");
        namespace.apply(ResourceManifests.profile("small", "users: " + ttl));
        namespace.apply(ResourceManifests.profile("kept", "users: " + ttl, ResourceManifests.EVERYTHING, ""));
        namespace.apply(ResourceManifests.profile("merging", "users: " + ttl) + "  " + MERGE);
        namespace.apply(ResourceManifests.policy("limits", "merging", "query: 20/minute") + "  " + MERGE);
        PROFILES.forEach(namespace::awaitReady);
        namespace.awaitPolicy("limits", ConditionType.READY, "True", Reason.READY);
    }

    /** Uid and restarts of each server's pod. */
    private static Map<String, String> servers(TestNamespace namespace) {
        return PROFILES.stream()
                .collect(Collectors.toMap(
                        profile -> profile,
                        profile -> server(namespace.redisPod(profile).orElseThrow())));
    }

    private static String server(Pod pod) {
        return pod.getMetadata().getUid() + " restarted "
                + pod.getStatus().getContainerStatuses().get(0).getRestartCount();
    }

    private static Map<String, Map<String, String>> delivered(TestNamespace namespace) {
        return MAPS.stream()
                .collect(Collectors.toMap(
                        map -> map, map -> namespace.configMap(map).getData()));
    }
}
