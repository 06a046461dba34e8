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
        assertThat(Command.parse(List.of(), Map.of())).isEqualTo(new Command.Run(Settings.defaults()));
    }

    @Test
    void aReleaseMayNameTheDeploymentThatIsStoppedFirst() {
        assertThat(Command.parse(List.of("release"), Map.of()))
                .isEqualTo(new Command.Release(Settings.defaults(), Optional.empty()));
        assertThat(Command.parse(List.of("release", "cacheward"), Map.of()))
                .isEqualTo(new Command.Release(Settings.defaults(), Optional.of("cacheward")));
    }

    @Test
    void helpIsGivenWhateverElseIsWrong() {
        assertThat(Command.parse(List.of("release", "a", "b", "--help"), WRONG)).isEqualTo(new Command.Help());
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "release a b", "cacheward release", "-h"})
    void otherArgumentsAreWrong(String arguments) {
        // When
        Command command = Command.parse(List.of(arguments.split(" ")), Map.of());

        // Then
        assertThat(command).isInstanceOf(Command.Wrong.class);
        assertThat(((Command.Wrong) command).complaints())
                .singleElement()
                .asString()
                .contains(List.of(arguments.split(" ")).toString(), "--help", "release");
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
    void wrongSettingsKeepAReleaseFromBeginning() {
        assertThat(Command.parse(List.of("release"), WRONG)).isInstanceOf(Command.Wrong.class);
    }
}
