package dev.cacheward.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cli.terminal.TestTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** A file that is nested without end is told, and ends no command with a stack. */
class ImportDepthTest {
    private static final int LEVELS = 200;

    @TempDir
    private Path folder;

    private final TestTerminal terminal = TestTerminal.create();

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void deepYamlIsRefusedWithItsPlace(String level) throws IOException {
        // When
        int code = imported("compose.yml", "services:\n  " + level.repeat(LEVELS));

        // Then
        assertThat(code).isNotZero();
        assertThat(terminal.err()).contains("compose.yml:2:", "nested too deeply: allowed are 60 levels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "2**", "[", "{'a': ", "int("})
    void aDeepExpressionOfPythonIsUnknown(String level) throws IOException {
        // When
        int code = imported("settings.py", "CACHE_TTL = {'users': " + level.repeat(LEVELS) + "}\n");

        // Then
        assertThat(code).isZero();
        assertThat(terminal.err()).contains("CACHE_TTL");
    }

    @Test
    void whatStandsBehindADeepExpressionIsRead() throws IOException {
        // When
        imported("settings.py", "CACHE_TTL = {'users': " + "-".repeat(LEVELS) + "1, 'orders': 60}\n");

        // Then
        assertThat(terminal.out()).contains("orders: 1m");
    }

    private int imported(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return new CommandLine(new ImportCommand(terminal.terminal())).execute(file.toString());
    }
}
