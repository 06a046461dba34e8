package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The libraries themselves read what the presets deliver, and count and cache in a Redis of the operator, as its application. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PresetProofsMockTest {
    private final RunningOperator running = new RunningOperator();
    private String redisUrl;

    @BeforeAll
    void provide() {
        ConvoInsight.provide(running, "proofs", Map.of());
        redisUrl = ConvoInsight.environment(running, "proofs").get("REDIS_URL");
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void pythonsLibrariesReadWhatIsMeant() {
        // Given
        String python = PresetProofs.python().toString();

        // When
        List<String> said = PresetProofs.run(
                redisUrl, python, PresetProofs.FOLDER.resolve("python/prove.py").toString());

        // Then
        assertProven(said);
    }

    @Test
    void theReadersOfEachFormatReadItAlike() {
        // Given
        Path formats = Path.of("src/test/resources/formats");

        // When
        List<String> said = PresetProofs.run(
                Map.of(),
                List.of(
                        PresetProofs.python().toString(),
                        PresetProofs.FOLDER.resolve("python/formats.py").toString(),
                        formats.toString()));

        // Then
        assertProven(said);
    }

    @Test
    void nodesLibrariesReadWhatIsMeant(@TempDir Path scratch) throws IOException {
        // Given
        Path modules = PresetProofs.nodeModules();
        PresetProofs.copy("node", scratch);
        Path link = Files.createSymbolicLink(scratch.resolve("node_modules"), modules);

        // When
        List<String> said =
                PresetProofs.run(redisUrl, "node", scratch.resolve("prove.mjs").toString());
        Files.delete(link);

        // Then
        assertProven(said);
    }

    @Test
    void gosLibrariesAndTheProxiesReadWhatIsMeant() {
        // When
        List<String> said = PresetProofs.run(redisUrl, PresetProofs.goProgram().toString());

        // Then
        assertProven(said);
    }

    @Test
    void limitadorReadsWhatIsMeant() {
        // When
        List<String> said =
                PresetProofs.run(redisUrl, PresetProofs.rustProgram().toString());

        // Then
        assertProven(said);
    }

    @Test
    void theJvmsLibrariesReadWhatIsMeant() {
        // Given
        String jar = PresetProofs.jar().toString();

        // When
        List<String> said = PresetProofs.run(
                redisUrl, PresetProofs.JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar);

        // Then
        assertProven(said);
    }

    private static void assertProven(List<String> said) {
        assertThat(said)
                .as(String.join("\n", said))
                .noneMatch(line -> line.startsWith("WRONG"))
                .contains("exit 0");
        assertThat(said).filteredOn(line -> line.startsWith("ok ")).hasSizeGreaterThan(20);
    }
}
