package dev.cacheward.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisBinaryRedisTest {
    @Test
    void aMachineWithoutRedisGetsTheServerThatATestDependencyShips(@TempDir Path folder) throws IOException {
        // Given
        String searchPathWithoutRedis = folder.toString();

        // When
        Path binary = RedisBinary.install(folder, searchPathWithoutRedis);

        // Then
        Process process = new ProcessBuilder(binary.toString(), "--version").start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("v=7.0.15");
    }
}
