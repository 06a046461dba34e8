package dev.cacheward.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Runs the {@code helm} on PATH. */
public final class Helm {
    /** The chart's folder, below the repository. */
    public static final String CHART = "helm/cacheward";

    /** Of no importance but that the chart wants one that is not older than it supports. */
    public static final String KUBERNETES = "1.34.0";

    /** A cluster with Prometheus Operator, as helm asks for one where it cannot look. */
    static final List<String> CLUSTER =
            List.of("--kube-version", KUBERNETES, "--api-versions", "monitoring.coreos.com/v1");

    /** The chart has no default: no image is published. */
    static final List<String> IMAGE = List.of("--set-json", "image.repository=\"registry.example.com/cacheward\"");

    private Helm() {}

    /**
     * What a run said.
     *
     * @param code 0 for success
     * @param output what it wrote to stdout
     * @param errors what it wrote to stderr
     */
    public record Outcome(int code, String output, String errors) {}

    /** Where there is no helm, the calling test is skipped with a word, and fails where the environment says {@code CI=true}. */
    public static void demand() {
        boolean found = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "helm")));
        if (!found && "true".equals(System.getenv("CI"))) {
            Assertions.fail("There is no helm on PATH, and CI must not skip a test");
        }
        if (!found) {
            System.err.println("SKIPPED: there is no helm on PATH");
        }
        Assumptions.assumeTrue(found, "no helm on PATH");
    }

    /** {@code helm template} for release and namespace "cacheward". */
    static Outcome template(List<String> arguments) {
        return template("cacheward", "cacheward", arguments);
    }

    static Outcome template(String release, String namespace, List<String> arguments) {
        return template(
                CHART,
                release,
                namespace,
                Stream.concat(IMAGE.stream(), arguments.stream()).toList());
    }

    /** The same of another chart, whose values name the image. */
    static Outcome template(String chart, String release, String namespace, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("template", release, chart, "--namespace", namespace));
        all.addAll(CLUSTER);
        all.addAll(arguments);
        return run(all);
    }

    /** Runs it to its end. */
    public static Outcome run(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("helm"));
        command.addAll(arguments);
        try {
            Path errors = Files.createTempFile("helm", ".err");
            Process helm =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            String output = new String(helm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = helm.waitFor();
            String said = Files.readString(errors);
            Files.delete(errors);
            return new Outcome(code, output, said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
