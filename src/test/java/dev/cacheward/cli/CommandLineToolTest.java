package dev.cacheward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cli.terminal.TestTerminal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every command has in common. */
class CommandLineToolTest {
    private static final Map<String, String> WRONG = Map.of("CACHEWARD_LOG_LEVEL", "loud");

    private TestTerminal terminal = TestTerminal.create();

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void theHelpNamesEveryCommandAndTheWayToTheSettings(String argument) {
        // When
        int code = run(argument);

        // Then
        assertThat(code).isZero();
        assertThat(terminal.out())
                .contains(
                        "Usage: cacheward ",
                        "  check ",
                        "  render ",
                        "  cleanup ",
                        "  settings ",
                        "  generate-completion ",
                        "cacheward settings lists them")
                .doesNotContain("release", "  complete ");
    }

    @Test
    void theHelpOfACommandIsAboutItAlone() {
        // When
        run("help", "cleanup");

        // Then
        assertThat(terminal.out())
                .contains("Usage: cacheward cleanup", "[DEPLOYMENT]")
                .doesNotContain("settings lists");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 120})
    void theHelpIsAsWideAsTheTerminal(int columns) {
        // Given
        terminal = TestTerminal.with(Map.of("COLUMNS", "" + columns));

        // When
        run("--help");

        // Then
        assertThat(terminal.out().lines().mapToInt(String::length).max().orElseThrow())
                .isBetween(columns - 15, columns);
    }

    @Test
    void theHelpNamesTheCommandAsItWasCalled() {
        // Given
        terminal = TestTerminal.with(Map.of("CACHEWARD_COMMAND_NAME", "kubectl cacheward"));

        // When
        run("--help");

        // Then
        assertThat(terminal.out()).contains("Usage: kubectl cacheward ", "kubectl cacheward settings lists");
    }

    @Test
    void helpIsGivenWhateverElseIsWrong() {
        // Given
        terminal = TestTerminal.with(WRONG);

        // When
        int code = run("cleanup", "a", "b", "--help");

        // Then
        assertThat(code).isZero();
        assertThat(terminal.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start         | 'start'         | Commands: import, check, ",
                "cleanup a b   | 'b'             | Usage: cacheward cleanup [-hV] [DEPLOYMENT]",
                "release a b   | 'b'             | Usage: cacheward release [-hV] [DEPLOYMENT]",
                "--loud        | '--loud'        | Usage: cacheward [-hV] COMMAND",
                "clenup        | 'clenup'        | Did you mean: cacheward cleanup",
            },
            quoteCharacter = '`')
    void aWrongArgumentIsNamedWithWhatIsAllowed(String arguments, String wrong, String allowed) {
        // When
        int code = run(arguments.split(" "));

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(terminal.err()).contains(wrong, allowed, "--help");
        assertThat(terminal.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cleanup", "release", "cleanup cacheward"})
    void wrongSettingsKeepACleanupFromBeginning(String arguments) {
        // Given
        terminal = TestTerminal.with(WRONG);

        // When
        int code = run(arguments.split(" "));

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(terminal.err()).startsWith("CACHEWARD_LOG_LEVEL: \"loud\"");
    }

    @Test
    void theSettingsAreListedInTheWidthOfTheTerminal() {
        // When
        int code = run("settings");

        // Then
        assertThat(code).isZero();
        assertThat(terminal.out()).contains("CACHEWARD_NAMESPACES\n", "CACHEWARD_LOG_LEVEL (default: info)\n");
        assertThat(terminal.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void theVersionIsTold() {
        // When
        int code = run("--version");

        // Then
        assertThat(code).isZero();
        assertThat(terminal.out()).startsWith("cacheward ");
    }

    @Test
    void theCompletionKnowsTheCommands() {
        // When
        int code = run("generate-completion");

        // Then
        assertThat(code).isZero();
        assertThat(terminal.out()).contains("complete -F _complete_cacheward", "cleanup", "settings");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c                 | check,cleanup,:4",
                "check --out       | --output,:4",
                "check -o s        | sarif,:4",
                "check man         | :0"
            })
    void kubectlIsToldTheWordsThatFit(String line, String words) {
        // When
        int code = run(("complete -- " + line).split(" "));

        // Then
        assertThat(code).isZero();
        assertThat(terminal.out().lines()).containsExactly(words.split(","));
    }

    @Test
    void theCompletionOfAShellNamesOneWord() {
        // Given
        terminal = TestTerminal.with(Map.of("CACHEWARD_COMMAND_NAME", "kubectl cacheward"));

        // When
        run("generate-completion");

        // Then
        assertThat(terminal.out()).contains("_complete_cacheward() {").doesNotContain("kubectl");
    }

    private int run(String... arguments) {
        return CommandLineTool.of(terminal.terminal()).execute(arguments);
    }
}
