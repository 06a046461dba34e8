package dev.cacheward.cluster.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator can go before or after its resources and their namespaces, and nothing is stuck afterwards. */
class UninstallIT extends InstallFixture {

    @ParameterizedTest(name = "watches namespaces by name: {0}")
    @ValueSource(booleans = {false, true})
    void anUninstallTakesOutMergedKeysAndFinalizersAndNoServer(boolean byName) {
        try (TestNamespace shop = new TestNamespace("uninstall", client);
                HelmRelease release = new HelmRelease(client)) {
            // Given
            release.install(image, byName ? new String[] {watch(shop)} : new String[0]);
            MergingProfileAndPolicy.apply(shop);
            shop.awaitReady("shop");
            String server = uid(shop);

            // When
            release.uninstall();

            // Then
            assertThat(shop.configMap("app").getData()).isEqualTo(Map.of("own", "kept"));
            assertThat(shop.profile("shop").getFinalizers()).isEmpty();
            assertThat(Conditions.find(shop.profile("shop").getStatus().conditions(), ConditionType.READY))
                    .hasValueSatisfying(ready -> assertThat(ready.reason()).isEqualTo(Reason.OPERATOR_REMOVED.wire()));
            assertThat(shop.policy("shop").getFinalizers()).isEmpty();
            TestNamespace.patiently().until(() -> release.podCount() == 0); // the hook's goes after its Job
            assertThat(uid(shop)).isEqualTo(server);

            // Then
            MergingProfileAndPolicy.delete(shop);
            shop.closeAndWait();
        }
    }

    /** Where namespaces are named, the operator's Role goes with the namespace, so that resources have to go before it. */
    @Test
    void aNamespaceThatWentBeforeKeepsNoUninstallFromEnding() {
        try (TestNamespace first = new TestNamespace("namespace-first", client);
                HelmRelease release = new HelmRelease(client)) {
            // Given
            release.install(image);
            MergingProfileAndPolicy.apply(first);

            // Then
            first.closeAndWait();
            release.uninstall();
        }
    }

    @ParameterizedTest(name = "watches namespaces by name: {0}")
    @ValueSource(booleans = {false, true})
    void resourcesThatWentBeforeKeepNoUninstallFromEnding(boolean byName) {
        try (TestNamespace second = new TestNamespace("resources-first", client);
                HelmRelease release = new HelmRelease(client)) {
            // Given
            release.install(image, byName ? new String[] {watch(second)} : new String[0]);
            MergingProfileAndPolicy.apply(second);

            // When
            MergingProfileAndPolicy.delete(second);
            release.uninstall();

            // Then
            assertThat(second.configMap("app").getData()).isEqualTo(Map.of("own", "kept"));
            second.closeAndWait();
        }
    }

    @Test
    void aWatchedNamespaceThatIsGoneKeepsNothingInTheOthers() {
        try (TestNamespace gone = new TestNamespace("gone", client);
                TestNamespace shop = new TestNamespace("beside-gone", client);
                HelmRelease release = new HelmRelease(client)) {
            // Given
            release.install(image, watch(gone, shop));
            MergingProfileAndPolicy.apply(shop);
            gone.closeAndWait();

            // When
            release.uninstall();

            // Then
            assertThat(shop.configMap("app").getData()).isEqualTo(Map.of("own", "kept"));
            MergingProfileAndPolicy.delete(shop);
        }
    }

    @Test
    void withoutMergeTargetsNothingWaitsForAnOperator() {
        try (TestNamespace shop = new TestNamespace("plain", client);
                HelmRelease release = new HelmRelease(client)) {
            // Given
            release.install(image, "cleanupOnUninstall=false");
            shop.apply(ResourceManifests.profile("shop"));
            shop.apply(ResourceManifests.policy("shop", "shop", "query: 20/minute"));
            shop.awaitPolicy("shop", ConditionType.CONFIG_DELIVERED, "True", Reason.DELIVERED);

            // When
            release.uninstall();

            // Then
            MergingProfileAndPolicy.delete(shop);
            shop.closeAndWait();
        }
    }

    private static String watch(TestNamespace... namespaces) {
        StringBuilder names = new StringBuilder();
        for (TestNamespace namespace : namespaces) {
            names.append(names.isEmpty() ? "" : ",").append(namespace.name());
        }
        return "watchNamespaces={" + names + "}";
    }

    private static String uid(TestNamespace namespace) {
        Pod server = namespace.redisPod("shop").orElseThrow();
        return server.getMetadata().getUid();
    }
}
