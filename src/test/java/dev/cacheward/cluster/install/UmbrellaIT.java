package dev.cacheward.cluster.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.chart.Helm;
import dev.cacheward.chart.UmbrellaChart;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two operators of one release: the chart is a dependency of another one, once as it is and once by an alias. */
class UmbrellaIT extends InstallFixture {
    private static final String RELEASE = "infra";

    @TempDir
    private Path folder;

    private TestNamespace platform;
    private TestNamespace shop;
    private TestNamespace team;

    @BeforeEach
    void create() {
        platform = new TestNamespace("platform", client);
        shop = new TestNamespace("shop", client);
        team = new TestNamespace("team", client);
    }

    @AfterEach
    void delete() {
        Helm.run(List.of("uninstall", RELEASE, "--namespace", platform.name(), "--ignore-not-found", "--wait"));
        List.of(team, shop, platform).forEach(TestNamespace::close);
    }

    @Test
    void eachLooksAfterItsOwnNamespaceAndBothGoTogether() {
        // When
        install();

        // Then
        assertThat(platform.list(Deployment.class))
                .extracting(deployment -> deployment.getMetadata().getName())
                .containsExactlyInAnyOrder("infra-cacheward", "infra-team-cache");
        List.of(shop, team).forEach(namespace -> {
            namespace.apply(ResourceManifests.profile("web"));
            namespace.awaitReady("web");
        });
        helm("uninstall", RELEASE, "--wait", "--timeout", "4m");
        assertThat(platform.list(Deployment.class)).isEmpty();
    }

    private void install() {
        int tag = image.lastIndexOf(':');
        List<String> arguments = new ArrayList<>(List.of(
                "install", RELEASE, new UmbrellaChart(folder).path(), "--take-ownership", "--wait", "--timeout", "4m"));
        arguments.addAll(List.of("--set", "global.imageRegistry=", "--set-json", "global.imagePullSecrets=[]"));
        Map.of(UmbrellaChart.PLAIN, shop, UmbrellaChart.ALIAS, team)
                .forEach((name, namespace) -> List.of(
                                "image.repository=" + image.substring(0, tag),
                                "image.tag=" + image.substring(tag + 1),
                                "profileDefaults.image=" + TestCluster.REDIS_IMAGE,
                                "watchNamespaces[0]=" + namespace.name())
                        .forEach(value -> arguments.addAll(List.of("--set-string", name + "." + value))));
        helm(arguments.toArray(String[]::new));
    }

    private void helm(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--namespace", platform.name()));
        Helm.Outcome outcome = Helm.run(all);
        assertThat(outcome.code()).as("helm %s: %s", all, outcome.errors()).isZero();
    }
}
