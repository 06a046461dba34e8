package dev.cacheward.cluster.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.CommandLineTool;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.ResourceVersions;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Manifests that did not change are applied again, as pipelines do; no object gets a new version, and no mark reaches a child. */
class AppliedTwiceIT {
    private static final String MARK = "of-the-tool";

    private static final String RESOURCES = (ResourceManifests.managed("shop", ResourceManifests.EVERYTHING)
                    + "---\n"
                    + ResourceManifests.policy("shop", "shop", "query: 20/minute"))
            .replace(
                    "metadata: {name: shop}",
                    "metadata: {name: shop, labels: {example.org/tool: %1$s}, annotations: {example.org/tool: %1$s}}"
                            .formatted(MARK));

    private TestNamespace namespace;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("twice");
    }

    @AfterEach
    void delete() {
        namespace.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "true"})
    void kubectlApply(String serverSide) {
        // Given
        CommandLineTool kubectl = CommandLineTool.onPath("kubectl", namespace);
        kubectl.runWithFile(RESOURCES, "apply", "--server-side=" + serverSide, "-f");

        // Then
        assertUnchangedBy(() -> kubectl.runWithFile(RESOURCES, "apply", "--server-side=" + serverSide, "-f"));
        assertUnmarked();
    }

    @Test
    void helmUpgrade(@TempDir Path chart) throws IOException {
        // Given
        CommandLineTool helm = CommandLineTool.onPath("helm", namespace);
        Files.createDirectory(chart.resolve("templates"));
        Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: shop\nversion: 0.1.0\n");
        Files.writeString(chart.resolve("templates/cache.yaml"), RESOURCES);
        helm.run("install", "shop", chart.toString());

        // Then
        assertUnchangedBy(() -> helm.run("upgrade", "shop", chart.toString()));
        assertUnmarked();
    }

    /** In one of three times: a server that a busy node keeps waiting meanwhile is told as such. */
    private void assertUnchangedBy(Runnable again) {
        List<Map<String, String>> versions = new ArrayList<>(List.of(settled()));
        for (int i = 0; i < 3 && new HashSet<>(versions).size() == versions.size(); i++) {
            again.run();
            versions.add(settled());
        }
        assertThat(new HashSet<>(versions)).as("%s", versions).hasSizeLessThan(versions.size());
    }

    /** Without Helm's own Secrets, which are one for each release. */
    private Map<String, String> settled() {
        namespace.awaitReady("shop");
        namespace.awaitPolicy("shop", ConditionType.READY, "True", Reason.READY);
        Map<String, String> versions = ResourceVersions.settled(namespace);
        versions.keySet().removeIf(object -> object.startsWith("Secret/sh.helm.release"));
        return versions;
    }

    private void assertUnmarked() {
        assertThat(ResourceVersions.objects(namespace)
                        .filter(object -> object.toString().contains(MARK))
                        .filter(object -> !object.getMetadata().getName().startsWith("sh.helm.release"))
                        .map(object -> object.getKind()))
                .containsExactlyInAnyOrder("CacheProfile", "RateLimitPolicy");
    }
}
