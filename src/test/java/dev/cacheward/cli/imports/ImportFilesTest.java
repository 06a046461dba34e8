package dev.cacheward.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cli.terminal.TestTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** A file that cannot be read is told with the reason, and nothing is written. */
class ImportFilesTest {
    @TempDir
    private Path folder;

    private final TestTerminal terminal = TestTerminal.create();

    @ParameterizedTest
    @CsvSource({
        "none.conf, there is no such file",
        "folder, it is a folder; name the files in it",
        "large.conf, it is larger than 4 MiB",
        "latin.conf, it is not UTF-8"
    })
    void theReasonIsTold(String name, String reason) throws IOException {
        // Given
        Files.createDirectory(folder.resolve("folder"));
        Files.write(folder.resolve("large.conf"), new byte[(4 << 20) + 1]);
        Files.write(folder.resolve("latin.conf"), new byte[] {'#', (byte) 0xe4});

        // When
        int code = imported(folder.resolve(name));

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(terminal.err()).contains(name + ": " + reason);
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void theRootIsAFolder() {
        // When
        imported(Path.of("/"));

        // Then
        assertThat(terminal.err()).contains("/: it is a folder");
    }

    @Test
    void aPowerThatIsNotWholeIsUnknown() throws IOException {
        // When
        imported(Files.writeString(folder.resolve("settings.py"), "CACHE_TTL = {'a': 9 ** 0.5, 'b': 2 ** 4}\n"));

        // Then
        assertThat(terminal.out()).contains("b: 16s").doesNotContain("    a:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "18446744073709551676",
                "timedelta(seconds=18446744073709551676)",
                "timedelta(days=1) * 10 ** 30",
                "timedelta(seconds=10**12) + timedelta(seconds=10**12)"
            })
    void aTimeWithoutMeasureIsNotTakenForAShortOne(String time) throws IOException {
        // When
        int code = imported(Files.writeString(folder.resolve("settings.py"), "CACHE_TTL = {'users': " + time + "}\n"));

        // Then
        assertThat(code).isZero();
        assertThat(terminal.out()).doesNotContain("    users:");
        assertThat(terminal.err()).contains("CACHE_TTL[users]");
    }

    @Test
    void aQuoteThatIsNotClosedSwallowsNoFurtherLine() throws IOException {
        // When
        imported(Files.writeString(folder.resolve(".env"), "REDIS_PASSWORD=\"hunter2\nCACHE_TTL_USERS=60\n"));

        // Then
        assertThat(terminal.err())
                .contains(".env:1:1: REDIS_PASSWORD: its quote is not closed")
                .doesNotContain("hunter2");
        assertThat(terminal.out()).contains("users: 1m");
    }

    private int imported(Path file) {
        return new CommandLine(new ImportCommand(terminal.terminal())).execute(file.toString());
    }
}
