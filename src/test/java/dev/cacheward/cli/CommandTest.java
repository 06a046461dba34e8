package dev.cacheward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.runtime.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the arguments and the environment of the process ask for. */
class CommandTest {
    private static final Map<String, String> WRONG = Map.of("CACHEWARD_LOG_LEVEL", "loud");

    @Test
    void withoutArgumentsTheOperatorRuns() {
        assertThat(Command.parse(List.of(), Map.of())).isEqualTo(new Command.Run(Settings.defaults(), List.of()));
    }

    @Test
    void aCleanupMayNameTheDeploymentThatIsStoppedFirst() {
        assertThat(Command.parse(List.of("cleanup"), Map.of()))
                .isEqualTo(new Command.Cleanup(Settings.defaults(), Optional.empty(), List.of()));
        assertThat(Command.parse(List.of("cleanup", "cacheward"), Map.of()))
                .isEqualTo(new Command.Cleanup(Settings.defaults(), Optional.of("cacheward"), List.of()));
    }

    @Test
    void theOldNameOfACleanupWorksAndWarns() {
        assertThat(Command.parse(List.of("release", "cacheward"), Map.of()))
                .isEqualTo(new Command.Cleanup(
                        Settings.defaults(),
                        Optional.of("cacheward"),
                        List.of("release is the old name of the command cleanup, which is the only one that a later"
                                + " version knows. Use that.")));
    }

    @Test
    void everyOldNameOfTheEnvironmentAndTheArgumentsHasAWarning() {
        // Given
        Map<String, String> environment = Map.of("CACHEWARD_LOOK_SECONDS", "60");

        // When
        Command running = Command.parse(List.of(), environment);
        Command cleaning = Command.parse(List.of("release"), environment);

        // Then
        assertThat(((Command.Work) running).warnings())
                .singleElement()
                .asString()
                .startsWith("CACHEWARD_LOOK_SECONDS is the old name");
        assertThat(((Command.Work) cleaning).warnings())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("CACHEWARD_LOOK_SECONDS is the old name"),
                        second -> assertThat(second).startsWith("release is the old name"));
    }

    @Test
    void helpIsGivenWhateverElseIsWrong() {
        assertThat(Command.parse(List.of("cleanup", "a", "b", "--help"), WRONG)).isEqualTo(new Command.Help());
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "cleanup a b", "release a b", "cacheward cleanup", "-h"})
    void otherArgumentsAreWrong(String arguments) {
        // When
        Command command = Command.parse(List.of(arguments.split(" ")), Map.of());

        // Then
        assertThat(command).isInstanceOf(Command.Wrong.class);
        assertThat(((Command.Wrong) command).complaints())
                .singleElement()
                .asString()
                .contains(List.of(arguments.split(" ")).toString(), "--help", "cleanup");
    }

    @Test
    void allThatIsWrongIsTold() {
        // When
        Command command = Command.parse(List.of("start"), WRONG);

        // Then
        assertThat(((Command.Wrong) command).complaints())
                .hasSize(2)
                .anyMatch(complaint -> complaint.startsWith("CACHEWARD_LOG_LEVEL: \"loud\""));
    }

    @Test
    void wrongSettingsKeepACleanupFromBeginning() {
        assertThat(Command.parse(List.of("cleanup"), WRONG)).isInstanceOf(Command.Wrong.class);
    }
}
