package dev.cacheward.release.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cacheward.chart.Helm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartPackageTest {
    private static final String DESCRIPTION = "cacheward/Chart.yaml";

    @TempDir
    private Path folder;

    /** Helm writes the description anew, without its comments. */
    @Test
    void itHoldsWhatHelmWouldPackage() throws IOException {
        // Given
        Helm.demand();
        Helm.Outcome packaged = Helm.run(List.of("package", Helm.CHART, "--destination", folder.toString()));
        assertThat(packaged.code()).as(packaged.errors()).isZero();
        Map<String, String> helms = read(only(".tgz"));

        // When
        Map<String, String> ours = read(write(Path.of(Helm.CHART)));

        // Then
        assertThat(ours.keySet()).isEqualTo(helms.keySet());
        ours.remove(DESCRIPTION);
        assertThat(helms).containsAllEntriesOf(ours);
    }

    @Test
    void helmReadsItAsItReadsTheFolder() throws IOException {
        // Given
        Helm.demand();
        String archive = write(Path.of(Helm.CHART)).toString();

        // Then
        for (String what : List.of("chart", "values", "crds")) {
            assertThat(Helm.run(List.of("show", what, archive))).isEqualTo(Helm.run(List.of("show", what, Helm.CHART)));
        }
    }

    @Test
    void whatHelmIgnoresIsLeftOut() throws IOException {
        // Given
        Path chart = Files.createDirectories(folder.resolve("shop"));
        Files.createDirectories(chart.resolve("templates/.git"));
        for (String name : List.of("Chart.yaml", "a.tgz", "templates/a.yaml", "templates/b.swp", "templates/.git/c")) {
            Files.writeString(chart.resolve(name), name);
        }
        Files.writeString(chart.resolve(".helmignore"), "# these\n.git/\n*.swp\n\n*.tgz\n");

        // Then
        assertThat(read(write(chart))).containsOnlyKeys("shop/Chart.yaml", "shop/.helmignore", "shop/templates/a.yaml");
    }

    @Test
    void aRuleThatIsNotUnderstoodIsRefused() throws IOException {
        // Given
        Path chart = Files.createDirectories(folder.resolve("shop"));
        Files.writeString(chart.resolve(".helmignore"), "!templates/*.yaml\n");

        // Then
        assertThatThrownBy(() -> write(chart)).hasMessageContaining(".helmignore: \"!templates/*.yaml\"");
    }

    private Path write(Path chart) throws IOException {
        Path archive = folder.resolve("ours.tar.gz");
        new ChartPackage(chart).write(archive, Instant.EPOCH);
        return archive;
    }

    private Path only(String suffix) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Map<String, String> read(Path archive) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (InputStream file = Files.newInputStream(archive);
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                files.put(entry.getName(), new String(tar.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
