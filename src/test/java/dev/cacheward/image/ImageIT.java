package dev.cacheward.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The image as the build writes it into the archive that {@code CACHEWARD_TEST_IMAGE_TAR} names. It needs no cluster. */
@Tag("install")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImageIT {
    private static final String ARCHIVE = "CACHEWARD_TEST_IMAGE_TAR";
    private static final String LABEL = "org.opencontainers.image.";

    private ImageArchive image;

    @BeforeAll
    void read(@TempDir Path folder) throws IOException, InterruptedException {
        image = ImageArchive.of(Path.of(demand(ARCHIVE)), folder);
    }

    @Test
    void itsUserIsNotRoot() {
        assertThat(image.config().at("/User").asText()).isEqualTo("65532:65532");
    }

    @Test
    void itSaysWhatItIs() {
        assertThat(image.config().at("/Labels").properties())
                .extracting(Map.Entry::getKey)
                .contains(LABEL + "title", LABEL + "description", LABEL + "version", LABEL + "licenses");
        assertThat(image.config().at("/Labels/" + LABEL + "title").asText()).isEqualTo("Cacheward");
        assertThat(image.config().at("/Labels").properties())
                .allSatisfy(label -> assertThat(label.getValue().asText()).isNotBlank());
    }

    @Test
    void itsProcessIsJavaWithoutAShell() {
        // When
        List<String> entrypoint = ImageArchive.texts(image.config().at("/Entrypoint"));

        // Then
        assertThat(entrypoint).startsWith("java").endsWith("dev.cacheward.cli.Main");
        assertThat(image.config().at("/Cmd").isMissingNode()).isTrue();
    }

    @Test
    void itsTagIsAVersion() {
        assertThat(image.tags())
                .isNotEmpty()
                .allSatisfy(tag -> assertThat(tag).contains(":").doesNotEndWith(":latest"));
    }

    /** An update of the operator moves its own small layers only. */
    @Test
    void dependenciesAndTheOperatorsOwnJarAreLayersApart() {
        // When
        List<List<String>> ours = image.layers().stream()
                .map(files -> files.stream().filter(ImageIT::isJar).toList())
                .filter(jars -> !jars.isEmpty())
                .toList();

        // Then
        assertThat(ours.stream().filter(jars -> jars.stream().anyMatch(ImageIT::isOwn)))
                .singleElement()
                .satisfies(jars -> assertThat(jars).hasSize(1));
        assertThat(ours).hasSizeGreaterThan(1);
    }

    private static boolean isJar(String file) {
        return file.startsWith("app/") && file.endsWith(".jar");
    }

    private static boolean isOwn(String jar) {
        return jar.matches("app/.*/cacheward-[^/]*\\.jar");
    }

    private static String demand(String variable) {
        String value = Optional.ofNullable(System.getenv(variable)).orElse("").strip();
        if (value.isEmpty() && "true".equals(System.getenv("CI"))) {
            Assertions.fail(variable + " names nothing, and CI must not skip a test");
        }
        if (value.isEmpty()) {
            System.err.println("SKIPPED: " + variable + " names nothing");
        }
        Assumptions.assumeFalse(value.isEmpty(), variable + " names nothing");
        return value;
    }
}
