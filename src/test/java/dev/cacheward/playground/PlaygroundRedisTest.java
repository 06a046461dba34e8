package dev.cacheward.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaygroundRedisTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);

    @Test
    void theExampleIsReadyAndItsRedisAnswersTheApplication() throws InterruptedException {
        // Given
        Playground playground = new Playground(out, Path.of("examples", "convoinsight"), PATIENCE);

        // When
        boolean ready = playground.run(true);

        // Then
        assertThat(text())
                .contains("CACHE_TTL_DATASET_LIST=60", "RATE_LIMIT_QUERY=20/minute")
                .contains("PING -> PONG", "redis-cli -u redis://")
                .doesNotContain("\u001b");
        assertThat(ready).isTrue();
    }

    @Test
    void whatCannotBecomeReadyIsToldWithItsReasonAndEndsTheRun(@TempDir Path folder)
            throws IOException, InterruptedException {
        // Given
        Files.writeString(folder.resolve("profile.yaml"), """
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: shop}
                spec: {ttls: {basket: 1w}}
                """);
        Files.writeString(folder.resolve("broken.yaml"), "kind: [\n");
        Playground playground = new Playground(out, folder, PATIENCE);

        // When
        boolean ready = playground.run(true);

        // Then
        assertThat(ready).isFalse();
        assertThat(text())
                .contains("broken.yaml is no valid YAML")
                .containsPattern("CacheProfile shop: InvalidSpec, .*spec.ttls.basket");
    }

    private String text() {
        return shown.toString(StandardCharsets.UTF_8);
    }
}
