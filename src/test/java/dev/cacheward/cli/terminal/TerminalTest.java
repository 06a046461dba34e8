package dev.cacheward.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command may know of its surroundings. */
class TerminalTest {
    @Test
    void aPipeGetsNoColour() {
        assertThat(TestTerminal.create().terminal().paint(Style.BAD, "wrong")).isEqualTo("wrong");
    }

    @Test
    void aPersonGetsColour() {
        assertThat(TestTerminal.screen(Map.of()).terminal().paint(Style.BAD, "wrong"))
                .isEqualTo("\u001b[1;31mwrong\u001b[0m");
    }

    @Test
    void whoWantsNoColourGetsNone() {
        assertThat(TestTerminal.screen(Map.of("NO_COLOR", "1")).terminal().paint(Style.BAD, "wrong"))
                .isEqualTo("wrong");
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "10, 55", "9999, 200", "wide, 80", "0, 80", "'', 80"})
    void theWidthIsTakenFromTheEnvironmentWithinBounds(String columns, int width) {
        assertThat(TestTerminal.with(Map.of("COLUMNS", columns)).terminal().width())
                .isEqualTo(width);
    }

    @Test
    void theAnswerOfSttyHasRowsFirst() {
        assertThat(Columns.fromStty("24 132\n")).hasValue(132);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0\n", "", "stty: not a tty", "24"})
    void anotherAnswerOfSttyIsNoWidth(String answer) {
        assertThat(Columns.fromStty(answer)).isEqualTo(OptionalInt.empty());
    }
}
