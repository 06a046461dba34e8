package dev.cacheward.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The version is set in the pom, and everything else follows. {@code -Dgolden.update=true} writes it into the chart. */
class VersionTest {
    private static final Path CHART = Path.of("helm", "cacheward", "Chart.yaml");
    private static final Path MANIFESTS = Path.of("helm", "manifests", "cacheward.yaml");

    @Test
    void theChartHasTheVersionOfThePom() throws IOException {
        // Given
        String version = ProjectVersion.read();
        String chart = Files.readString(CHART);
        String right = chart.replaceAll("(?m)^(version|appVersion): .*$", "$1: " + version);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(CHART, right);
            chart = right;
        }

        // Then
        assertThat(chart).isEqualTo(right).contains("\nversion: " + version + "\n", "\nappVersion: " + version + "\n");
    }

    @Test
    void theManifestsHaveTheVersionOfThePom() throws IOException {
        assertThat(Files.readString(MANIFESTS).lines().filter(line -> line.contains("app.kubernetes.io/version:")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith(": " + ProjectVersion.read()));
    }
}
