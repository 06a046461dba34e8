package dev.cacheward.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinnedManifestsTest {
    private static final String DIGEST = "sha256:" + "0".repeat(64);

    @Test
    void theImageIsNamedByItsDigestInTheRepositoryThatIsGiven() throws IOException {
        // Given
        String manifests = Files.readString(Path.of("helm", "manifests", "cacheward.yaml"));

        // When
        String pinned = PinnedManifests.of(manifests, Optional.of("registry.example.com:5000/cw"), DIGEST);

        // Then
        assertThat(pinned.lines().filter(line -> line.contains(" image: \"")))
                .singleElement()
                .asString()
                .isEqualToIgnoringWhitespace("image: \"registry.example.com:5000/cw@" + DIGEST + "\"");
        assertThat(pinned.lines()).hasSameSizeAs(manifests.lines().toList());
    }

    @ParameterizedTest
    @CsvSource({"cw:1, cw", "a:5000/cw, a:5000/cw", "a:5000/cw:1, a:5000/cw", "cw@sha256:12, cw", "cw:1@sha256:12, cw"})
    void withoutARepositoryTheNameStaysAndTheTagGoes(String image, String name) {
        // When
        String pinned = PinnedManifests.of("  image: \"" + image + "\"", Optional.empty(), DIGEST);

        // Then
        assertThat(pinned).isEqualTo("  image: \"" + name + "@" + DIGEST + "\"");
    }

    @Test
    void manifestsWithAnotherNumberOfImagesAreRefused() {
        assertThatThrownBy(() -> PinnedManifests.of("  image: \"a\"\n  image: \"b\"", Optional.empty(), DIGEST))
                .hasMessage("The manifests have to name one image, and name [a, b]");
    }
}
