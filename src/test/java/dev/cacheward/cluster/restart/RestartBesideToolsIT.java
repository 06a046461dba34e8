package dev.cacheward.cluster.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cacheward.api.v1alpha1.WorkloadKind;
import dev.cacheward.cluster.rig.CommandLineTool;
import dev.cacheward.cluster.rig.TestNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people and pipelines use to put workloads on a cluster neither takes the mark away nor rolls the workload for it. */
class RestartBesideToolsIT {
    private static final String MARK = RestartingPolicy.MARK;
    private static final String IMAGE = RestartingPolicy.NO_IMAGE;

    /** For the Deployment's controller to make a revision; the operator has no reason for one while the mark stays. */
    private static final Duration QUIET = Duration.ofSeconds(3);

    private TestNamespace namespace;
    private PodlessWorkload workload;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("tools");
        workload = new PodlessWorkload(namespace, WorkloadKind.DEPLOYMENT, "backend");
    }

    @AfterEach
    void delete() {
        namespace.close();
    }

    @Test
    void kubectlApplyOnTheClientKeepsTheMark() {
        // Given
        CommandLineTool kubectl = CommandLineTool.onPath("kubectl", namespace);
        kubectl.runWithFile(workload.yaml(IMAGE), "apply", "-f");
        Optional<String> mark = awaitMark();

        // When
        kubectl.runWithFile(workload.yaml(IMAGE), "apply", "-f");
        assertStays(mark, 2);
        kubectl.runWithFile(workload.yaml("localhost/none:2"), "apply", "-f");

        // Then
        assertStays(mark, 3);
    }

    @Test
    void kubectlApplyOnTheServerKeepsTheMark() {
        // Given
        CommandLineTool kubectl = CommandLineTool.onPath("kubectl", namespace);
        kubectl.runWithFile(workload.yaml(IMAGE), "apply", "--server-side", "-f");
        Optional<String> mark = awaitMark();

        // When
        kubectl.runWithFile(workload.yaml(IMAGE), "apply", "--server-side", "-f");
        assertStays(mark, 2);
        kubectl.runWithFile(workload.yaml("localhost/none:2"), "apply", "--server-side", "-f");

        // Then
        assertStays(mark, 3);
    }

    /** As many a chart renders it from an empty value: that there is no annotation is then the tool's. */
    @Test
    void aTemplateThatIsAppliedOnTheServerWithEmptyAnnotationsIsMarkedAndKeepsTheMark() {
        // Given
        CommandLineTool kubectl = CommandLineTool.onPath("kubectl", namespace);
        String empty = workload.yaml(IMAGE).replace("metadata: {labels:", "metadata: {annotations: {}, labels:");
        kubectl.runWithFile(empty, "apply", "--server-side", "-f");
        Optional<String> mark = awaitMark();

        // When
        kubectl.runWithFile(empty, "apply", "--server-side", "-f");
        assertStays(mark, 2);
        applyPolicy("query: 30/minute");
        RestartingPolicy.awaitRevisions(workload, 3);
        Optional<String> next = workload.annotation(MARK);
        kubectl.runWithFile(workload.yaml(IMAGE), "apply", "--server-side", "-f");

        // Then
        assertThat(next).isPresent().isNotEqualTo(mark);
        assertStays(next, 3);
    }

    @Test
    void aHelmReleaseKeepsTheMark(@TempDir Path chart) throws IOException {
        // Given
        CommandLineTool helm = CommandLineTool.onPath("helm", namespace);
        Files.createDirectory(chart.resolve("templates"));
        Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: shop\nversion: 0.1.0\n");
        Files.writeString(chart.resolve("templates/backend.yaml"), workload.yaml("{{ .Values.image }}"));
        helm.run("install", "shop", chart.toString(), "--set", "image=" + IMAGE);
        Optional<String> mark = awaitMark();

        // When
        helm.run("upgrade", "shop", chart.toString(), "--set", "image=" + IMAGE);
        assertStays(mark, 2);
        helm.run("upgrade", "shop", chart.toString(), "--set", "image=localhost/none:2");

        // Then
        assertStays(mark, 3);
    }

    @Test
    void aRestartByHandIsOneMoreAndKeepsTheMark() {
        // Given
        CommandLineTool kubectl = CommandLineTool.onPath("kubectl", namespace);
        kubectl.runWithFile(workload.yaml(IMAGE), "apply", "-f");
        Optional<String> mark = awaitMark();

        // When
        kubectl.run("rollout", "restart", "deployment/backend");

        // Then
        assertStays(mark, 3);
    }

    @Test
    void aRolloutThatIsUndoneStaysUndoneWithAWarning() {
        // Given
        CommandLineTool kubectl = CommandLineTool.onPath("kubectl", namespace);
        kubectl.runWithFile(workload.yaml(IMAGE), "apply", "-f");
        Optional<String> first = awaitMark();
        applyPolicy("query: 30/minute");
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(workload.revisions()).isEqualTo(3));

        // When
        kubectl.run("rollout", "undo", "deployment/backend");

        // Then
        assertStays(first, 3);
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(kubectl.run("describe", "ratelimitpolicy/limits"))
                        .contains("annotation \"" + MARK + "\" of its pod template is set by \"kubectl"));
        assertStays(first, 3);
    }

    private void applyPolicy(String limits) {
        new RestartingPolicy(namespace).apply(limits, workload);
    }

    /** Once the tool's own revision is there, the policy is, too. */
    private Optional<String> awaitMark() {
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(workload.revisions()).isEqualTo(1));
        applyPolicy("query: 20/minute");
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(workload.annotation(MARK)).isPresent());
        assertStays(workload.annotation(MARK), 2);
        return workload.annotation(MARK);
    }

    private void assertStays(Optional<String> mark, int revisions) {
        assertThat(workload.annotation(MARK)).isEqualTo(mark);
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(workload.revisions()).isEqualTo(revisions));
        await().during(QUIET)
                .atMost(QUIET.plusMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    assertThat(workload.revisions()).isEqualTo(revisions);
                    assertThat(workload.annotation(MARK)).isEqualTo(mark);
                });
    }
}
