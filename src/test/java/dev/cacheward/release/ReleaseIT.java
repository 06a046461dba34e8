package dev.cacheward.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cacheward.chart.Helm;
import dev.cacheward.release.archive.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A release that was built twice, into the folders that {@code CACHEWARD_TEST_RELEASES} names. It needs no cluster. */
@Tag("install")
class ReleaseIT {
    private static final String RELEASES = "CACHEWARD_TEST_RELEASES";
    private static final String PREFIX = "cacheward-" + ProjectVersion.read();

    private Path release;
    private Path twin;

    @BeforeEach
    void find() {
        String folders = Optional.ofNullable(System.getenv(RELEASES)).orElse("");
        if (folders.isEmpty() && "true".equals(System.getenv("CI"))) {
            Assertions.fail(RELEASES + " names nothing, and CI must not skip a test");
        }
        Assumptions.assumeFalse(folders.isEmpty(), RELEASES + " names nothing");
        assertThat(folders.split(",")).hasSize(2);
        release = Path.of(folders.split(",")[0]);
        twin = Path.of(folders.split(",")[1]);
    }

    /** Nothing of the time, the folder or the order of a disk. */
    @Test
    void twoBuildsAreTheSameBitForBit() throws IOException {
        assertThat(names(release)).hasSizeGreaterThan(10).isEqualTo(names(twin));
        for (String name : names(release)) {
            assertThat(Files.mismatch(release.resolve(name), twin.resolve(name)))
                    .as(name)
                    .isEqualTo(-1);
        }
    }

    @Test
    void theSumsAreThoseOfAllOtherFiles() throws IOException {
        // When
        List<String> sums = Files.readAllLines(release.resolve("SHA256SUMS"));

        // Then
        List<String> right = names(release).stream()
                .filter(name -> !name.equals("SHA256SUMS"))
                .map(name -> sum(name) + "  " + name)
                .toList();
        assertThat(sums).isEqualTo(right);
    }

    @Test
    void theStatementIsAboutEveryFileButItselfAndTheSums() throws IOException {
        // When
        JsonNode statement = json(PREFIX + ".intoto.json");

        // Then
        assertThat(statement.at("/predicateType").asText()).isEqualTo("https://slsa.dev/provenance/v1");
        assertThat(statement.at("/subject").findValuesAsText("name"))
                .isEqualTo(names(release).stream()
                        .filter(name -> !name.equals("SHA256SUMS") && !name.endsWith(".intoto.json"))
                        .toList());
        assertThat(statement.at("/subject"))
                .allSatisfy(subject -> assertThat(subject.at("/digest/sha256").asText())
                        .isEqualTo(sum(subject.at("/name").asText())));
        assertThat(statement
                        .at("/predicate/buildDefinition/resolvedDependencies/0/digest/gitCommit")
                        .asText())
                .matches("[0-9a-f]{40}");
    }

    @Test
    void chartAndManifestsRunTheImageOfTheArchive() throws IOException {
        // Given
        Helm.demand();
        String pinned = "@" + index().at("/manifests/0/digest").asText() + "\"";

        // When
        Helm.Outcome rendered = Helm.run(List.of(
                "template",
                "cacheward",
                release.resolve(PREFIX + ".tgz").toString(),
                "--kube-version=" + Helm.KUBERNETES,
                "--set=image.repository=registry.example.com/cacheward",
                "--values=" + release.resolve(PREFIX + "-values.yaml")));

        // Then
        assertThat(rendered.output())
                .as(rendered.errors())
                .contains("image: \"registry.example.com/cacheward" + pinned);
        assertThat(Files.readString(release.resolve(PREFIX + ".yaml"))).contains(pinned);
    }

    @Test
    void theImageIsForBothPlatformsAndEachHasItsBillOfMaterials() throws IOException {
        assertThat(index(Digest.parse(index().at("/manifests/0/digest").asText()))
                        .findValuesAsText("architecture"))
                .containsExactly("amd64", "arm64")
                .allSatisfy(architecture -> assertThat(json(PREFIX + "-image-linux-" + architecture + ".cdx.json")
                                .at("/components")
                                .findValuesAsText("name"))
                        .contains("cacheward", "lettuce-core", "openjdk"));
    }

    @Test
    void theJarTellsItsVersionAndItsCommit() throws IOException, InterruptedException {
        // Given
        String commit = json(PREFIX + ".intoto.json")
                .at("/predicate/buildDefinition/externalParameters/image.revision")
                .asText();

        // When
        Process said =
                new ProcessBuilder("sh", release.resolve("kubectl-cacheward").toString(), "--version").start();

        // Then
        assertThat(new String(said.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("cacheward " + ProjectVersion.read() + " (commit " + commit + ")\n");
        assertThat(said.waitFor()).isZero();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String sum(String name) {
        try {
            return Digest.of(release.resolve(name)).hex();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(release.resolve(name).toFile());
    }

    private JsonNode index() throws IOException {
        return inArchive("index.json");
    }

    private JsonNode index(Digest digest) throws IOException {
        return inArchive("blobs/sha256/" + digest.hex());
    }

    private JsonNode inArchive(String name) throws IOException {
        try (TarFile tar = new TarFile(release.resolve(PREFIX + "-image.oci.tar"))) {
            TarArchiveEntry entry = tar.getEntries().stream()
                    .filter(each -> each.getName().equals(name))
                    .findFirst()
                    .orElseThrow();
            try (InputStream bytes = tar.getInputStream(entry)) {
                return new ObjectMapper().readTree(bytes.readAllBytes());
            }
        }
    }
}
