package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

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
        String python = PresetProofs.program(
                        "CACHEWARD_TEST_PROOFS_PYTHON",
                        "make one by python3 -m venv target/proofs-python && target/proofs-python/bin/pip install -r"
                                + " src/test/proofs/python/requirements.txt, and name target/proofs-python/bin/python")
                .toString();

        // When
        List<String> said = PresetProofs.run(
                redisUrl, python, PresetProofs.FOLDER.resolve("python/prove.py").toString());

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
