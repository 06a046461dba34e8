package dev.cacheward.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cacheward.chart.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Runs the {@code promtool} that {@code CACHEWARD_TEST_PROMTOOL} names, or else the one on PATH, on the rules of the chart. */
final class Promtool {
    private static final YAMLMapper YAML = new YAMLMapper();

    private Promtool() {}

    /** Where there is none, the calling test is skipped with a word, and fails where the environment says {@code CI=true}. */
    static void demand() {
        Helm.demand();
        boolean found = program().isPresent();
        if (!found && "true".equals(System.getenv("CI"))) {
            Assertions.fail("There is no promtool, and CI must not skip a test");
        }
        if (!found) {
            System.err.println("SKIPPED: there is no promtool on PATH");
        }
        Assumptions.assumeTrue(found, "no promtool");
    }

    private static Optional<Path> program() {
        return Stream.concat(
                        Stream.ofNullable(System.getenv("CACHEWARD_TEST_PROMTOOL"))
                                .map(Path::of),
                        Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, "promtool")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The rules of the chart as Prometheus reads them; the schema of a PrometheusRule is another matter. */
    static JsonNode rules() {
        Helm.Outcome rendered = Helm.run(List.of(
                "template",
                "cacheward",
                Helm.CHART,
                "--namespace=cacheward",
                "--kube-version=1.34.0",
                "--api-versions=monitoring.coreos.com/v1",
                "--set=image.repository=registry.example.com/cacheward",
                "--set=metrics.prometheusRule.enabled=true",
                "--show-only=templates/alerts.yaml"));
        assertThat(rendered.code()).as(rendered.errors()).isZero();
        try {
            return YAML.readTree(rendered.output()).at("/spec");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #rules}, with these annotations alone, so that a test need not repeat the others. */
    static void writeRules(Path folder, Set<String> annotations) throws IOException {
        JsonNode rules = rules();
        rules.at("/groups/0/rules").forEach(rule -> ((ObjectNode) rule.get("annotations")).retain(annotations));
        YAML.writeValue(folder.resolve("rules.yaml").toFile(), rules);
    }

    /** Returns what it says; it must succeed. */
    static String run(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program().orElseThrow().toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
