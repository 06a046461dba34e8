package dev.cacheward.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {
    @TempDir
    Path folder;

    @Test
    void equalTextsPass() throws IOException {
        // Given
        expected("service.yaml", "kind: Service\n");

        // When
        Throwable failure = compare(Map.of("service.yaml", "kind: Service\n"));

        // Then
        assertThat(failure).isNull();
    }

    @Test
    void aChangedLineIsShownAsADiff() throws IOException {
        // Given
        expected("service.yaml", "kind: Service\nport: 6379\n");

        // When
        Throwable failure = compare(Map.of("service.yaml", "kind: Service\nport: 6380\n"));

        // Then
        assertThat(failure)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-port: 6379")
                .hasMessageContaining("+port: 6380")
                .hasMessageContaining("golden.update");
    }

    @Test
    void aMissingFinalLineBreakIsADifference() throws IOException {
        // Given
        expected("service.yaml", "kind: Service\n");

        // When
        Throwable failure = compare(Map.of("service.yaml", "kind: Service"));

        // Then
        assertThat(failure).isInstanceOf(AssertionError.class);
    }

    @Test
    void anExpectedFileThatWasNotRenderedFails() throws IOException {
        // Given
        expected("service.yaml", "kind: Service\n");
        expected("stale.yaml", "kind: Secret\n");

        // When
        Throwable failure = compare(Map.of("service.yaml", "kind: Service\n"));

        // Then
        assertThat(failure).hasMessageContaining("stale.yaml: expected, but not rendered");
    }

    @Test
    void aRenderedFileThatNobodyExpectsFails() {
        // When
        Throwable failure = compare(Map.of("new.yaml", "kind: Secret\n"));

        // Then
        assertThat(failure).hasMessageContaining("new.yaml: rendered, but not expected");
    }

    @Test
    void updatingWritesWhatWasRenderedAndRemovesTheRest() throws IOException {
        // Given
        expected("stale.yaml", "kind: Secret\n");
        Map<String, String> rendered = Map.of("service.yaml", "kind: Service\n");

        // When
        new Golden(folder, true).assertMatches(rendered);

        // Then
        assertThat(folder.resolve("stale.yaml")).doesNotExist();
        assertThatCode(() -> new Golden(folder, false).assertMatches(rendered)).doesNotThrowAnyException();
    }

    private void expected(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Throwable compare(Map<String, String> rendered) {
        return catchThrowable(() -> new Golden(folder, false).assertMatches(rendered));
    }
}
