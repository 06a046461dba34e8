package dev.cacheward.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.WrittenResources;
import dev.cacheward.cli.terminal.TestTerminal;
import dev.cacheward.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What is made of the files of each folder, and what is told about it. */
class ImportGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/imports");

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theResourcesAndTheReportAreThoseOfTheGoldenFiles(Path folder) throws IOException {
        // Given
        TestTerminal terminal = TestTerminal.create();

        // When
        int code = run(terminal, folder);

        // Then
        assertThat(code).isZero();
        Golden.at(folder.resolve("out"))
                .assertMatches(Map.of("out.yaml", terminal.out(), "report.txt", terminal.err()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noPasswordIsWritten(Path folder) throws IOException {
        // Given
        TestTerminal terminal = TestTerminal.create();

        // When
        run(terminal, folder);

        // Then
        assertThat(terminal.out() + terminal.err()).doesNotContain("s3cr3t", "hunter2");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyResourceObeysItsSchemaAndTheOperatorsRules(Path folder) throws IOException {
        // Given
        TestTerminal terminal = TestTerminal.create();

        // When
        run(terminal, folder);

        // Then
        assertThat(WrittenResources.of(terminal.out())).isNotEmpty();
        assertThat(WrittenResources.problems(terminal.out())).isEmpty();
    }

    /** The files in the folder, but those that another one names. */
    private static int run(TestTerminal terminal, Path folder) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--all", "--name", "shop"));
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*(extra|valkey)[.]conf|.*shell-command/[.]env"))
                    .sorted()
                    .map(Path::toString)
                    .forEach(arguments::add);
        }
        return new CommandLine(new ImportCommand(terminal.terminal())).execute(arguments.toArray(String[]::new));
    }
}
